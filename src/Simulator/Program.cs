// Placeholder so that the project builds on this branch: the real entry point is written beside it.
return 0;
