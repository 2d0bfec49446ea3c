// What is said of each worked model; its framework itself is data, to be changed by whoever begins from it.
import type { Word } from '../../lib/say.ts';

/** By the model's id, a sentence each: what kind of product it speaks of, and what can be learnt from its tree. */
export const MODEL_WORDS: Readonly<Record<string, readonly [about: Word, teaches: Word]>> = {
  campaigns: ['modelCampaigns', 'modelCampaignsTeaches'],
  collaboration: ['modelCollaboration', 'modelCollaborationTeaches'],
  fitness: ['modelFitness', 'modelFitnessTeaches'],
  'food-delivery': ['modelFoodDelivery', 'modelFoodDeliveryTeaches'],
  generic: ['modelGeneric', 'modelGenericTeaches'],
  marketplace: ['modelMarketplace', 'modelMarketplaceTeaches'],
  'music-streaming': ['modelMusicStreaming', 'modelMusicStreamingTeaches'],
  'project-management': ['modelProjectManagement', 'modelProjectManagementTeaches'],
  subscriptions: ['modelSubscriptions', 'modelSubscriptionsTeaches'],
  'video-streaming': ['modelVideoStreaming', 'modelVideoStreamingTeaches'],
};
