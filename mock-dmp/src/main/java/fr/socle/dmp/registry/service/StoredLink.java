package fr.socle.dmp.registry.service;

import fr.socle.documents.xds.RegistryObject;
import fr.socle.documents.xds.RegistryObjectBuilder;

/**
 * An association.
 *
 * @param uuid its identifier
 * @param source object it goes from: a submission set, or the {@code lid} of a document
 * @param target object it goes to, likewise
 * @param metadata the association as submitted
 */
record StoredLink(String uuid, String source, String target, RegistryObject metadata) {
  /** As it is sent, between the identifiers its ends have now. */
  RegistryObject sent(String presentSource, String presentTarget) {
    return RegistryObjectBuilder.of(metadata)
        .attribute("id", uuid)
        .attribute("lid", uuid)
        .attribute("sourceObject", presentSource)
        .attribute("targetObject", presentTarget)
        .attribute("status", Availability.APPROVED.urn())
        .build();
  }
}
