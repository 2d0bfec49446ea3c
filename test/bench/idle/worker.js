// The browser starts it all the same.
void 0;
