# Built once before, as the next one will be: $1 is the script, the others are what it gets.
sh project.sh
exec sh "$@"
