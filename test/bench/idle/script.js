// What any script of any extension costs a page.
void 0;
