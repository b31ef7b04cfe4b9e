package fr.socle.dmp;

import static fr.socle.dmp.Messages.PATIENT;

import fr.socle.bench.http.IncomingRequest;
import fr.socle.dmp.Certificates.Identity;
import java.security.cert.X509Certificate;
import java.util.function.UnaryOperator;

/** A caller of each mode, with keys made once for a test class. */
public final class Caller {
  private final Identity seal = Certificates.seal();
  private final Identity organisation = Certificates.organisationTls();
  private final Identity cardSignature = Certificates.cardSignature();
  private final Identity cardTls = Certificates.cardTls();

  public Identity seal() {
    return seal;
  }

  public Identity organisation() {
    return organisation;
  }

  public Identity cardSignature() {
    return cardSignature;
  }

  public Identity cardTls() {
    return cardTls;
  }

  public VihfText air() {
    return VihfText.air(seal.subject(), Certificates.STRUCTURE, JudgedDmp.NOW, PATIENT);
  }

  public VihfText indirect() {
    return VihfText.indirect(seal.subject(), Certificates.STRUCTURE, JudgedDmp.NOW, PATIENT);
  }

  public VihfText direct() {
    return VihfText.direct(cardSignature.subject(), "499900099997001", JudgedDmp.NOW, PATIENT);
  }

  /** A call in AIR. */
  public IncomingRequest inAir(
      String service, String action, String body, UnaryOperator<VihfText> bend) {
    return sent(
        service, action, body, bend.apply(air()).signedBy(seal), organisation.certificate());
  }

  public IncomingRequest inAir(String service, String action, String body) {
    return inAir(service, action, body, UnaryOperator.identity());
  }

  /** A call by card, signed. */
  public IncomingRequest byCard(
      String service, String action, String body, UnaryOperator<VihfText> bend) {
    return sent(
        service, action, body, bend.apply(direct()).signedBy(cardSignature), cardTls.certificate());
  }

  public IncomingRequest byCard(String service, String action, String body) {
    return byCard(service, action, body, UnaryOperator.identity());
  }

  public IncomingRequest sent(
      String service, String action, String body, String vihf, X509Certificate tls) {
    return Messages.post(service, Messages.envelope(action, vihf, body), tls, JudgedDmp.NOW);
  }
}
