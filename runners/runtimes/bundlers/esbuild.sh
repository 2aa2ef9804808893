# $1 holds entry.js, the bundle goes to $2; so in all of these scripts.
exec esbuild "$1/entry.js" --bundle --minify --sourcemap --outfile="$2/bundle.js"
