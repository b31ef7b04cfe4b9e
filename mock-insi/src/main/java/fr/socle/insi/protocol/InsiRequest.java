package fr.socle.insi.protocol;

import fr.socle.bench.soap.SoapContentType;
import fr.socle.bench.soap.SoapDispatch;
import fr.socle.bench.soap.SoapMessage;
import fr.socle.bench.xml.SchemaFault;
import fr.socle.bench.xml.XmlElement;
import fr.socle.insi.service.Credentials.Kind;
import fr.socle.insi.service.TraitSearch;
import fr.socle.insi.service.Verification;
import fr.socle.insi.service.VitaleSearch;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request to INSi, decoded. Absent parts are null, nothing is corrected.
 *
 * @param soap the message
 * @param contentType the Content-Type it came with
 * @param dispatch which operation it asks for
 * @param certificate certificate of the caller; null on a listener that asks for none
 * @param lps header ContexteLPS
 * @param bam header ContexteBAM
 * @param security header Security
 * @param assertions its assertions, in order
 * @param token bearer token of the transport; null when absent
 * @param search criteria of WS_INS2; null for another body
 * @param card criteria of WS_INS1; null for another body
 * @param verification what WS_INS3 asks about; null for another body
 * @param contextFaults how the contexts break their schemas
 * @param bodyFaults how the body breaks its schema
 */
public record InsiRequest(
    SoapMessage soap,
    SoapContentType contentType,
    SoapDispatch dispatch,
    @Nullable OrganisationCertificate certificate,
    @Nullable ContexteLps lps,
    @Nullable ContexteBam bam,
    @Nullable XmlElement security,
    List<SamlAssertion> assertions,
    @Nullable String token,
    @Nullable TraitSearch search,
    @Nullable VitaleSearch card,
    @Nullable Verification verification,
    List<SchemaFault> contextFaults,
    List<SchemaFault> bodyFaults) {

  /** Copies the lists. */
  public InsiRequest {
    assertions = List.copyOf(assertions);
    contextFaults = List.copyOf(contextFaults);
    bodyFaults = List.copyOf(bodyFaults);
  }

  /** The assertion of the professional: the first that is not of a Vitale card. */
  public Optional<SamlAssertion> professional() {
    return assertions.stream().filter(each -> each.kind() != Kind.VITALE).findFirst();
  }

  /**
   * The assertion of the Vitale card: the one that says so, else any second one (insi.md 10.3 (A)).
   */
  public Optional<SamlAssertion> vitale() {
    return assertions.stream()
        .filter(each -> each.kind() == Kind.VITALE)
        .findFirst()
        .or(() -> assertions.stream().skip(1).findFirst());
  }

  /** Whether the header of the contract is there, in its namespace; it may be empty. */
  public boolean hasMessageId() {
    return soap.headerBlock(InsiContract.MESSAGE_ID).isPresent();
  }

  /** {@code wsa:MessageID}, as received. */
  public @Nullable String messageId() {
    return soap.addressing().messageId();
  }
}
