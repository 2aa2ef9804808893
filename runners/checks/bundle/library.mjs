/** The library in a bundle, held against the same library as its own sources are. */
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';

/** @throws Error where a copy lacks an export, has one too many, or computes something else */
export async function checkLibrary(bundle, source, names) {
  const bundled = run(bundle);
  if (bundled === undefined) throw new Error('the bundle puts no THREE on the global object');
  checkSame('copies', Object.keys(bundled), names);
  const right = await import(join(source, names[0], 'Three.js'));
  for (const name of names) {
    checkSame(`exports of ${name}`, Object.keys(bundled[name]), Object.keys(right));
    const [found, expected] = [compute(bundled[name]), compute(right)];
    if (found !== expected) throw new Error(`${name} computes ${found} in place of ${expected}`);
  }
}

function run(bundle) {
  const context = createContext({ console });
  try {
    runInContext(bundle.toString(), context);
  } catch (error) {
    throw new Error(`the bundle doesn't run: ${error.message}`);
  }
  return context.THREE;
}

function checkSame(what, found, expected) {
  const missing = expected.filter((name) => !found.includes(name));
  const extra = found.filter((name) => !expected.includes(name));
  if (missing.length > 0) throw new Error(`the ${what} lack ${missing[0]}`);
  if (extra.length > 0) throw new Error(`the ${what} have ${extra[0]} as well`);
}

/** Something of many corners of the library: rotations, matrices, colours, a geometry, a scene, a shader. */
function compute(three) {
  const rotation = new three.Quaternion().setFromEuler(new three.Euler(1, 2, 3));
  const turned = new three.Vector3(1, 2, 3).applyQuaternion(rotation);
  const camera = new three.PerspectiveCamera(50, 1.5, 0.1, 100);
  camera.position.copy(turned);
  camera.lookAt(new three.Vector3());
  camera.updateMatrixWorld();
  const sphere = new three.SphereBufferGeometry(2, 8, 6).applyMatrix(camera.matrixWorld);
  const scene = new three.Scene().add(new three.Mesh(sphere, new three.MeshBasicMaterial()));
  const ray = new three.Raycaster(camera.position, new three.Vector3(0, 0, 1));
  return JSON.stringify([
    three.REVISION,
    turned.toArray(),
    camera.projectionMatrixInverse.toArray(),
    sphere.attributes.position.array.reduce((sum, value) => sum + value, 0),
    new three.Color('hsl(200, 50%, 40%)').getHexString(),
    ray.intersectObjects(scene.children).map(({ distance }) => distance),
    three.ShaderLib.physical.fragmentShader.length,
  ]);
}
