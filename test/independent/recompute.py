"""Recomputes a session's numbers, sharing no code with the project: python3 recompute.py SESSION_FOLDER"""
import json, sys
from math import comb, exp, inf, isfinite, log, log1p
from statistics import median

def interval(values, level):  # Hettmansperger and Sheather 1986; smallest and largest where n is too small
    x, n = sorted(values), len(values)
    gamma = [1 - 2 * sum(comb(n, i) for i in range(k)) / 2**n for k in range(n // 2 + 2)]
    k = max(k for k in range(n // 2 + 1) if gamma[k] >= level)  # gamma[0] is 1
    if k == 0: return [median(x), x[0], x[-1]]
    i = (gamma[k] - level) / (gamma[k] - gamma[k + 1])
    share = (n - k) * i / (k + (n - 2 * k) * i)
    end = lambda outer, inner: (1 - share) * outer + share * inner if isfinite(outer) and isfinite(inner) else outer
    return [median(x), end(x[k - 1], x[k]), end(x[n - k], x[n - k - 1])]

def value(record, name, case):  # None where the record lacks it
    fields = {"wall": "wallNs", "cpuTime": "cpuNs", "peakTree": "peakTreeBytes", "peakProcess": "peakProcessBytes"}
    measure = next((m for m in case["measures"] if m["id"] == name), {"source": {"from": "launcher"}, "unit": ""})
    source = measure["source"]
    if source["from"] in ("program", "check"): return record.get("measures", {}).get(name)
    if source["from"] == "floor":
        whole = record.get("measures", {}).get(source["of"]) if "of" in source else record.get("wallNs")
        return whole - case["floorNs"] if whole is not None else None
    if source["from"] == "launcher": return record.get(fields.get(name), case["parameters"].get(name))
    of, by = value(record, source["of"], case), value(record, source["by"], case)
    return of / by * (1e9 if measure["unit"].endswith("/s") else 1) if of is not None and by else None

def place(r, case):  # in the block, which holds an equal share of the rounds; those with a sampler follow after all others
    share = -(-case["rounds"] // case["blocks"])
    return r["round"] - (r["block"] - 1) * share if r["round"] <= case["rounds"] else ("sampled", r["round"] - case["rounds"])

def series(case, who, measure):  # (block, place in the block) -> value; infinite, on the worse side, where the run did not finish
    failed, found = set(), {}
    worst = -inf if any(m["id"] == measure and m.get("better") == "more" for m in case["measures"]) else inf
    for r in (r for r in records if (r["case"], r["contestant"]) == (case["id"], who) and r["round"]):
        if r["outcome"] not in ("measured", "unavailable", "not-attempted"): failed.add(r["block"])
        known = value(r, measure, case) if r["outcome"] == "measured" else worst if r["block"] in failed else None
        if known is not None: found[r["block"], place(r, case)] = known
    return found

def weigh(a, b, step, has_ratio=True):  # estimate of a; a against b by round, void where neither finished
    estimate, pairs = interval(a.values(), 0.95) if a else None, [(a[at], b[at]) for at in a if at in b and (isfinite(a[at]) or isfinite(b[at]))]
    ln = lambda x: x if x == -inf else log(x)
    if not pairs: return {"estimate": estimate, "ratio": None, "difference": None}
    ratio, (point, lower, upper) = None, interval([x - y for x, y in pairs], 0.99)
    if has_ratio and all(x > 0 or x == -inf for pair in pairs for x in pair):  # the ratio; a step of measuring widens both ends
        middle, low, high = interval([ln(x) - ln(y) for x, y in pairs], 0.99)
        wider = log1p(step / (2 * min(median(a.values()), median(b.values()))))
        ratio = [exp(middle), exp(low - wider), exp(high + wider)]
    return {"estimate": estimate, "ratio": ratio, "difference": [point, lower - step / 2, upper + step / 2]}

def slopes(who, sizes, measure):  # from the smallest size of 100 or more that all finished in every round to the largest
    of = {n: [series(sizes[n], w, measure) for w in who] for n in sizes}
    tried = lambda n: any(c.get("once") for c in sizes[n]["contestants"] if c["id"] in who)  # in one round: no size of a growth
    done = sorted(n for n in sizes if not tried(n) and all(len(s) == len(rounds[sizes[n]["id"]]) and inf not in s.values() for s in of[n]))
    ends = [n for n in done if n >= 100] if sum(n >= 100 for n in done) > 1 else done
    if len(ends) < 2: return {}, {}
    return [{at: (b[at] - a[at]) / (ends[-1] - ends[0]) for at in b if at in a} for a, b in zip(of[ends[0]], of[ends[-1]])]

session, numbers = json.load(open(sys.argv[1] + "/session.json")), {}
records = sorted((r for r in map(json.loads, open(sys.argv[1] + "/records.jsonl")) if r["outcome"] != "no-result"), key=lambda r: (r["block"], r["round"]))
rounds = {c["id"]: {(r["block"], r["round"]) for r in records if r["case"] == c["id"] and r["round"]} for c in session["cases"]}
for case, m in ((case, m) for case in session["cases"] for m in case["measures"]):
    of = {c["id"]: series(case, c["id"], m["id"]) for c in case["contestants"]}
    numbers |= {f"{case['id']} {m['id']} {a} {b}": weigh(of[a], of[b], m.get("resolution", 0), m["source"]["from"] != "floor") for a in of for b in of}
for g in session["growth"]:
    sizes = {c["parameters"][g["parameter"]]: c for c in session["cases"] if c["scenario"] == g["scenario"]}
    names = sorted({c["id"] for case in sizes.values() for c in case["contestants"]})
    numbers |= {f"{g['scenario']} {g['of']} {a} {b}": weigh(*slopes([a, b], sizes, g["of"]), 0) for a in names for b in names}
print(json.dumps(numbers).replace("-Infinity", "null").replace("Infinity", "null").replace("NaN", "null"))
