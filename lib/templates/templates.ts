// Add a template here. The nine worked models of the seed documents and the generic tree (requirements 100-106).
import { template as campaigns } from './campaigns.ts';
import { template as collaboration } from './collaboration.ts';
import { template as fitness } from './fitness.ts';
import { template as foodDelivery } from './food-delivery.ts';
import { template as generic } from './generic.ts';
import { template as marketplace } from './marketplace.ts';
import { template as musicStreaming } from './music-streaming.ts';
import { template as projectManagement } from './project-management.ts';
import { template as subscriptions } from './subscriptions.ts';
import type { Template } from './template.ts';
import { template as videoStreaming } from './video-streaming.ts';

export const TEMPLATES: readonly Template[] = [
  projectManagement,
  collaboration,
  campaigns,
  marketplace,
  foodDelivery,
  fitness,
  subscriptions,
  videoStreaming,
  musicStreaming,
  generic,
];
