// Before any schema is made: zod must not try to compile code, which an extension page's policy forbids and reports.
import * as z from 'zod/mini';

z.config({ jitless: true });
