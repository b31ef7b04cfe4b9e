package fr.socle.dmp.protocol;

import fr.socle.bench.client.api.Refusal;
import fr.socle.bench.soap.SoapFault;
import fr.socle.bench.soap.SoapStyle;
import fr.socle.bench.soap.SoapVersion;
import fr.socle.bench.soap.SoapWriter;
import fr.socle.bench.soap.WsAddressing;
import fr.socle.bench.xml.XmlElement;
import fr.socle.dmp.service.DmpSettings.Profile;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;

/** What the DMP looks at in an envelope before the VIHF: dmp.md 1.1. Immutable. */
final class EnvelopeControls {
  private static final Set<QName> UNDERSTOOD =
      Set.of(
          DmpContract.SECURITY,
          new QName(WsAddressing.NAMESPACE_1_0, "*"),
          new QName(WsAddressing.NAMESPACE_2004, "*"));

  private final DmpDispatch dispatch;
  private final Profile profile;

  EnvelopeControls(DmpDispatch dispatch, Profile profile) {
    this.dispatch = dispatch;
    this.profile = profile;
  }

  /** Why a message is not taken; empty when it is. */
  Optional<Refused> refusal(DmpRequest request, @Nullable DmpOperation operation) {
    String id = request.messageId();
    // dmp.md 1.1 (A): the older envelope, which a sample uses, is refused in the strict profile.
    if (request.soap().version() == SoapVersion.SOAP_11 && profile == Profile.STRICT) {
      String reason = "Enveloppe SOAP 1.1 refusée : le DMP parle SOAP 1.2.";
      return Optional.of(
          new Refused(
              new SoapWriter(SoapVersion.SOAP_11, SoapStyle.plain("soap"))
                  .versionMismatch(SoapVersion.SOAP_12, reason),
              new Refusal("VersionMismatch", reason)));
    }
    List<XmlElement> unknown = request.soap().notUnderstood(UNDERSTOOD);
    if (!unknown.isEmpty()) {
      String reason =
          "En-tête mustUnderstand inconnu : "
              + unknown.stream().map(XmlElement::localName).collect(Collectors.joining(", "));
      return Optional.of(
          new Refused(
              DmpAnswers.plainFault(SoapFault.Code.MUST_UNDERSTAND, reason, id),
              new Refusal("MustUnderstand", reason)));
    }
    return dispatch
        .refusal(request, operation)
        .map(
            why ->
                new Refused(
                    DmpAnswers.addressingFault(why.code(), why.text(), id),
                    new Refusal(why.code(), why.text())));
  }
}
