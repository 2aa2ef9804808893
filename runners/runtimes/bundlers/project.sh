# A project with its packages, as npm leaves one.
ln -s "$MODULES" node_modules
