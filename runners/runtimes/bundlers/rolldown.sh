exec rolldown "$1/entry.js" --format iife --minify --sourcemap --file "$2/bundle.js"
