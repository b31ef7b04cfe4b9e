package fr.socle.dmp.registry.service;

import fr.socle.documents.xds.RegistryObject;
import fr.socle.documents.xds.RegistryObjectBuilder;

/**
 * A submission set.
 *
 * @param uuid its identifier
 * @param ins fifteen characters of the patient's INS
 * @param uniqueId identifier its source gave it
 * @param submittedAt when, in milliseconds
 * @param metadata metadata
 */
record StoredSet(
    String uuid, String ins, String uniqueId, long submittedAt, RegistryObject metadata) {
  RegistryObject sent() {
    return RegistryObjectBuilder.of(metadata)
        .attribute("id", uuid)
        .attribute("lid", uuid)
        .attribute("status", Availability.APPROVED.urn())
        .version("1")
        .build();
  }
}
