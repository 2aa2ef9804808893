exec rollup "$1/entry.js" --format iife --sourcemap --plugin terser --file "$2/bundle.js"
