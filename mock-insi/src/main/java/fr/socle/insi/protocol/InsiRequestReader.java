package fr.socle.insi.protocol;

import static fr.socle.insi.protocol.InsiContract.traits;
import static fr.socle.insi.protocol.InsiContract.vitale;
import static fr.socle.insi.protocol.VerificationContract.asked;

import fr.socle.bench.http.IncomingRequest;
import fr.socle.bench.soap.SoapContentType;
import fr.socle.bench.soap.SoapDispatch;
import fr.socle.bench.soap.SoapException;
import fr.socle.bench.soap.SoapMessage;
import fr.socle.bench.soap.SoapReader;
import fr.socle.bench.soap.SoapVersion;
import fr.socle.bench.xml.SafeXml;
import fr.socle.bench.xml.SchemaFault;
import fr.socle.bench.xml.XmlElement;
import fr.socle.bench.xml.XmlException;
import fr.socle.bench.xml.XmlLimits;
import fr.socle.insi.service.TraitSearch;
import fr.socle.insi.service.Verification;
import fr.socle.insi.service.VitaleSearch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decodes requests. Immutable. */
public final class InsiRequestReader {
  private final SoapReader reader = new SoapReader(new SafeXml(XmlLimits.small()));

  /**
   * Decodes a request.
   *
   * @throws XmlException when it is not acceptable XML
   * @throws SoapException when it is no well-built envelope
   */
  public InsiRequest read(IncomingRequest request) throws XmlException, SoapException {
    SoapContentType contentType =
        SoapContentType.parse(request.headers().first("Content-Type").orElse(null));
    SoapMessage soap = reader.read(request.body(), contentType.charset());
    SoapDispatch dispatch =
        SoapDispatch.of(
            InsiContract.SIMULATED, transportAction(request, contentType, soap.version()), soap);
    Optional<XmlElement> lps = soap.headerBlock(InsiContract.CONTEXTE_LPS);
    Optional<XmlElement> bam = soap.headerBlock(InsiContract.CONTEXTE_BAM);
    List<SchemaFault> contextFaults = new ArrayList<>();
    lps.ifPresent(block -> contextFaults.addAll(InsiContract.faultsIn(block)));
    bam.ifPresent(block -> contextFaults.addAll(InsiContract.faultsIn(block)));
    return new InsiRequest(
        soap,
        contentType,
        dispatch,
        request.tls().clientCertificate().map(OrganisationCertificate::of).orElse(null),
        lps.map(ContexteLps::read).orElse(null),
        bam.map(ContexteBam::read).orElse(null),
        soap.headerBlock(InsiContract.SECURITY).orElse(null),
        soap
            .headerBlock(InsiContract.SECURITY)
            .map(block -> block.children(Saml.ASSERTION))
            .orElse(List.of())
            .stream()
            .map(SamlAssertion::read)
            .toList(),
        bearer(request),
        soap.payload()
            .filter(body -> body.is(InsiContract.TRAITS.body()))
            .map(InsiRequestReader::search)
            .orElse(null),
        soap.payload()
            .filter(body -> body.is(InsiContract.VITALE.body()))
            .map(InsiRequestReader::card)
            .orElse(null),
        soap.payload()
            .filter(body -> body.is(InsiContract.VERIFICATION.body()))
            .map(InsiRequestReader::verification)
            .orElse(null),
        contextFaults,
        bodyFaults(soap));
  }

  private static List<SchemaFault> bodyFaults(SoapMessage soap) {
    return soap.payload()
        .filter(body -> InsiContract.SIMULATED.stream().anyMatch(each -> body.is(each.body())))
        .map(InsiContract::faultsIn)
        .orElse(List.of());
  }

  private static @Nullable String transportAction(
      IncomingRequest request, SoapContentType contentType, SoapVersion version) {
    if (version == SoapVersion.SOAP_12) {
      return contentType.action();
    }
    String action = request.headers().first("SOAPAction").orElse("").strip();
    boolean quoted = action.length() >= 2 && action.startsWith("\"") && action.endsWith("\"");
    String bare = quoted ? action.substring(1, action.length() - 1) : action;
    return bare.isEmpty() ? null : bare;
  }

  private static TraitSearch search(XmlElement body) {
    return new TraitSearch(
        body.textOf(traits("NomNaissance")).orElse(null),
        body.children(traits("Prenom")).stream().map(XmlElement::text).toList(),
        body.textOf(traits("Sexe")).orElse(null),
        body.textOf(traits("DateNaissance")).orElse(null),
        body.textOf(traits("LieuNaissance")).orElse(null));
  }

  private static VitaleSearch card(XmlElement body) {
    return new VitaleSearch(
        body.child(vitale("MatriculeIndividu")).map(InsiRequestReader::number).orElse(null),
        body.child(vitale("MatriculeOD")).map(InsiRequestReader::number).orElse(null),
        body.textOf(vitale("NomNaissance")).orElse(null),
        body.textOf(vitale("DateNaissance")).orElse(null),
        body.textOf(vitale("RangNaissance")).orElse(null));
  }

  private static VitaleSearch.CardNumber number(XmlElement matricule) {
    return new VitaleSearch.CardNumber(
        matricule.textOf(vitale("NumIdentifiant")).orElse(null),
        matricule.textOf(vitale("Cle")).orElse(null));
  }

  private static Verification verification(XmlElement body) {
    Optional<XmlElement> person = body.child(asked("IndividuVerifie"));
    Optional<XmlElement> ins = person.flatMap(each -> each.child(asked("INSFourni")));
    Optional<XmlElement> number = ins.flatMap(each -> each.child(asked("IdIndividu")));
    Optional<XmlElement> traits =
        person.flatMap(each -> each.child(asked("TraitsIdentiteIndividu")));
    return new Verification(
        text(number, "NumIdentifiant"),
        text(number, "Cle"),
        text(ins, "OID"),
        text(traits, "NomNaissance"),
        text(traits, "Prenom"),
        text(traits, "ListePrenom"),
        text(traits, "Sexe"),
        text(traits, "DateNaissance"),
        text(traits, "LieuNaissance"));
  }

  private static @Nullable String text(Optional<XmlElement> parent, String name) {
    return parent.flatMap(each -> each.textOf(asked(name))).orElse(null);
  }

  // insi.md 2.3 (A): how the token of Pro Santé Connect travels is not sourced
  private static @Nullable String bearer(IncomingRequest request) {
    String header = request.headers().first("Authorization").orElse("").strip();
    return header.regionMatches(true, 0, "Bearer ", 0, 7) ? header.substring(7).strip() : null;
  }
}
