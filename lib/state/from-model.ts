// A framework from a worked model, with an id of its own and the places it asks in.
import type { Claim, Framework } from '../model/framework.ts';
import type { Template } from '../templates/template.ts';
import { slug } from './framework-check.ts';

/** @param today ISO day @param mark makes its id unlike that of any other @param reason noted with the first version */
export function fromModel(model: Template, today: string, mark: string, claims: readonly Claim[], reason: string): Framework {
  const framework = model.framework(today);
  return {
    ...framework,
    id: `${slug(framework.name, 'framework')}-${mark}`,
    version: 1,
    claims: [...claims],
    changes: [{ version: 1, date: today, reason }],
  };
}
