package fr.socle.dmp.protocol;

import fr.socle.bench.http.RequestFaults;
import fr.socle.bench.spi.InvalidControlRequestException;
import fr.socle.dmp.service.DmpRefusal;
import fr.socle.dmp.service.DmpServiceFault;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The refusal a scenario armed in the place of a result. */
public final class ArmedRefusal {
  private static final String CODE = "code";

  // dmp.md 4.2: the codes that exist in open material, and those of IHE (K); XDSRegistryError is of
  // IHE too (ITI TF-3, 4.2.4.1), though the sheet does not list it.
  private static final List<String> CODES =
      List.of(
          "DMPOk",
          "DMPFound",
          "DMPClosed",
          "DMPPatientAccessAlreadyExists",
          "DMPPatientAccessOTPAlreadyExists",
          "DMPIdentityCertificationFailure",
          "DMPInvalidCertificate",
          "DMPAccessDeniedByRightsService",
          "XDSDocumentUniqueIdError",
          "XDSUnknownPatientId",
          "XDSPatientIdDoesNotMatch",
          "XDSRegistryMetadataError",
          "XDSRepositoryMetadataError",
          "XDSMissingDocument",
          "XDSMissingDocumentMetadata",
          "XDSDuplicateUniqueIdInRegistry",
          "XDSNonIdenticalHash",
          "XDSReplaceFailed",
          "XDSStoredQueryParamNumber",
          "XDSStoredQueryMissingParam",
          "XDSUnknownStoredQuery",
          "XDSTooManyResults",
          "XDSUnknownRepositoryId",
          "XDSMetadataUpdateError",
          "XDSMetadataVersionError",
          "XDSRegistryError");
  private static final Pattern OURS = Pattern.compile("MOCK_[A-Z0-9_]{1,60}");

  private ArmedRefusal() {}

  /**
   * Refuses a code that looks official and is not: dmp.md 4.2 (A).
   *
   * @throws InvalidControlRequestException in French
   */
  public static void requireKnown(Map<String, String> parameters) {
    String code = parameters.getOrDefault(CODE, DmpRefusal.RIGHT);
    if (!CODES.contains(code) && !OURS.matcher(code).matches()) {
      throw new InvalidControlRequestException(
          "code-inconnu",
          "Le code « "
              + code
              + " » n'est aucun de ceux que l'on connaît du DMP : prenez l'un de "
              + String.join(", ", CODES)
              + ", ou un code à vous qui commence par MOCK_.");
    }
  }

  /** The refusal, which is then used up; empty when none is armed. */
  public static Optional<DmpRefusal> of(RequestFaults faults) {
    return faults
        .take(DmpServiceFault.REFUSAL.label())
        .map(
            parameters ->
                new DmpRefusal(
                    parameters.getOrDefault(CODE, DmpRefusal.RIGHT),
                    parameters.getOrDefault("texte", "Refus provoqué par une panne du banc.")));
  }
}
