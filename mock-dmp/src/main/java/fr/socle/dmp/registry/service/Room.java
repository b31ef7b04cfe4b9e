package fr.socle.dmp.registry.service;

import fr.socle.dmp.service.DmpService;
import fr.socle.dmp.service.DmpSettings.Profile;
import java.time.Clock;
import java.util.UUID;

/**
 * What every act on documents needs.
 *
 * @param service records and authorisations
 * @param store documents
 * @param settings how it behaves
 * @param repositoryId OID of the repository
 * @param clock wall clock
 */
record Room(
    DmpService service,
    RegistryStore store,
    RegistrySettings settings,
    String repositoryId,
    Clock clock) {
  boolean strict() {
    return service.settings().profile() == Profile.STRICT;
  }

  /** An identifier that never served. */
  static String newUuid() {
    return "urn:uuid:" + UUID.randomUUID();
  }
}
