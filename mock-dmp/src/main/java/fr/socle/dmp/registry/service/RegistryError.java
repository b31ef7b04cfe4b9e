package fr.socle.dmp.registry.service;

import fr.socle.dmp.service.DmpRefusal;

/**
 * An error of a registry: dmp.md 4.1 (S:MSG, K), 4.2.
 *
 * @param code code
 * @param context what is wrong, for people
 * @param location object it is about, empty for the whole message
 * @param warning whether the request was carried out all the same
 * @param access whether it is the access itself that is refused
 */
public record RegistryError(
    String code, String context, String location, boolean warning, boolean access) {
  // dmp.md 4.2 (K): codes of IHE.
  static final String METADATA = "XDSRegistryMetadataError";
  // Of IHE too (ITI TF-3, 4.2.4.1), though 4.2 does not list it (K).
  static final String REGISTRY = "XDSRegistryError";
  static final String REPOSITORY_METADATA = "XDSRepositoryMetadataError";
  static final String MISSING_DOCUMENT = "XDSMissingDocument";
  static final String MISSING_METADATA = "XDSMissingDocumentMetadata";
  static final String DUPLICATE = "XDSDuplicateUniqueIdInRegistry";
  static final String OTHER_HASH = "XDSNonIdenticalHash";
  static final String REPLACE = "XDSReplaceFailed";
  static final String PARAMETER_NUMBER = "XDSStoredQueryParamNumber";
  static final String MISSING_PARAMETER = "XDSStoredQueryMissingParam";
  static final String UNKNOWN_QUERY = "XDSUnknownStoredQuery";
  static final String TOO_MANY = "XDSTooManyResults";
  static final String UNKNOWN_REPOSITORY = "XDSUnknownRepositoryId";
  static final String UNIQUE_ID = "XDSDocumentUniqueIdError";
  static final String UPDATE = "XDSMetadataUpdateError";
  static final String VERSION = "XDSMetadataVersionError";

  /** An error about one object. */
  static RegistryError at(String code, String location, String context) {
    return new RegistryError(code, context, location, false, false);
  }

  /** An error about the whole message. */
  static RegistryError of(String code, String context) {
    return new RegistryError(code, context, "", false, false);
  }

  /** A warning about one object. */
  static RegistryError warning(String code, String location, String context) {
    return new RegistryError(code, context, location, true, false);
  }

  /** A right refused about one document. */
  static RegistryError right(String location, String context) {
    return new RegistryError(DmpRefusal.RIGHT, context, location, false, true);
  }

  /** A refusal that is not of the registry itself. */
  public static RegistryError of(DmpRefusal refusal) {
    return new RegistryError(refusal.code(), refusal.text(), "", false, refusal.access());
  }

  /** The same as a refusal. */
  public DmpRefusal refusal() {
    return new DmpRefusal(code, context, access);
  }
}
