import { addClosure } from '../actions/add-closure.ts';
import { bookServiceCapacity } from '../actions/book-service-capacity.ts';
import { createLocation } from '../actions/create-location.ts';
import { importLocations } from '../actions/import-locations.ts';
import { pauseLocationService, resumeLocationService } from '../actions/pause-location-service.ts';
import { createPilot, setPilotState, updatePilot } from '../actions/pilots.ts';
import { releaseServiceCapacity } from '../actions/release-service-capacity.ts';
import { removeClosure } from '../actions/remove-closure.ts';
import { setLocationService } from '../actions/set-location-service.ts';
import { setLocationStatus } from '../actions/set-location-status.ts';
import { setOpeningHours } from '../actions/set-opening-hours.ts';
import {
  createSharingPolicy,
  removeSharingPolicy,
  setSharingDefault,
  updateSharingPolicy,
} from '../actions/sharing-policies.ts';
import { updateChannel } from '../actions/update-channel.ts';
import { updateChannelLocations } from '../actions/update-channel-locations.ts';
import { updateLocation } from '../actions/update-location.ts';
import type { MutationResolvers } from '../generated/resolver-types.ts';
import { answer, channelAnswer, locationAnswer, pilotAnswer, policyAnswer, serviceAnswer } from './payload.ts';

export const Mutation: Required<MutationResolvers> = {
  createLocation: async (_root, { input }, context) => locationAnswer(context, await createLocation(context, input)),

  async importLocations(_root, { input }, context) {
    const { value, userErrors } = answer(context, await importLocations(context, input));
    return { ...(value ?? { created: 0, updated: 0, unchanged: 0, errors: [] }), userErrors };
  },

  updateLocation: async (_root, { input }, context) => locationAnswer(context, await updateLocation(context, input)),

  setLocationStatus: async (_root, { input }, context) =>
    locationAnswer(context, await setLocationStatus(context, input)),

  setLocationService: async (_root, { input }, context) =>
    serviceAnswer(context, await setLocationService(context, input)),

  pauseLocationService: async (_root, { input }, context) =>
    serviceAnswer(context, await pauseLocationService(context, input)),

  resumeLocationService: async (_root, { input }, context) =>
    serviceAnswer(context, await resumeLocationService(context, input)),

  setOpeningHours: async (_root, { input }, context) => locationAnswer(context, await setOpeningHours(context, input)),

  async addClosure(_root, { input }, context) {
    const result = await addClosure(context, input);
    return { ...(await locationAnswer(context, result)), closure: result.ok ? result.value.closure : null };
  },

  removeClosure: async (_root, { input }, context) => locationAnswer(context, await removeClosure(context, input)),

  updateChannelLocations: async (_root, { input }, context) =>
    channelAnswer(context, await updateChannelLocations(context, input)),

  updateChannel: async (_root, { input }, context) => channelAnswer(context, await updateChannel(context, input)),

  createSharingPolicy: async (_root, { input }, context) =>
    policyAnswer(context, await createSharingPolicy(context, input)),

  updateSharingPolicy: async (_root, { input }, context) =>
    policyAnswer(context, await updateSharingPolicy(context, input)),

  removeSharingPolicy: async (_root, { input }, context) =>
    policyAnswer(context, await removeSharingPolicy(context, input)),

  createPilot: async (_root, { input }, context) => pilotAnswer(context, await createPilot(context, input)),

  updatePilot: async (_root, { input }, context) => pilotAnswer(context, await updatePilot(context, input)),

  setPilotState: async (_root, { input }, context) => pilotAnswer(context, await setPilotState(context, input)),

  async setSharingDefault(_root, { input }, context) {
    const { value, userErrors } = answer(context, await setSharingDefault(context, input));
    return { rules: value && (await context.reads.rules()), userErrors };
  },

  async bookServiceCapacity(_root, { input }, context) {
    const { value, userErrors } = answer(context, await bookServiceCapacity(context, input));
    return { remainingCapacity: value?.remainingCapacity ?? null, userErrors };
  },

  releaseServiceCapacity: (_root, { input }, context) => releaseServiceCapacity(context, input),
};
