package fr.socle.essais;

import fr.socle.bench.client.api.Patient;
import fr.socle.bench.client.api.SpaceDescriptor;
import java.time.Instant;
import java.util.UUID;

/** A search by traits (WS_INS2) written by hand, as small as the contract allows. */
public final class InsiMessage {
  /** SOAP action of the search by traits. */
  public static final String ACTION =
      "urn:ServiceIdentiteCertifiee:1.0.0:rechercherInsAvecTraitsIdentite";

  private final SpaceDescriptor space;
  private final String sender;

  /**
   * Messages of one sender.
   *
   * @param identity name of the client identity that sends them; {@code Emetteur} is its OU
   */
  public InsiMessage(SpaceDescriptor space, String identity) {
    this.space = space;
    this.sender = ClientTls.keyStore(space, identity).subject().replaceAll(".*OU=([^,]+).*", "$1");
  }

  /** {@code Content-Type} of a message with this action. */
  public static String contentType(String action) {
    return "application/soap+xml; charset=utf-8; action=\"" + action + "\"";
  }

  /** A correct search of a patient. */
  public String search(Patient patient) {
    return envelope(
        ACTION,
        """
        <r:RECSANSVITALE xmlns:r="http://www.cnamts.fr/INSiRecSans">\
        <r:NomNaissance>%s</r:NomNaissance><r:Prenom>%s</r:Prenom>\
        <r:Sexe>%s</r:Sexe><r:DateNaissance>%s</r:DateNaissance>\
        </r:RECSANSVITALE>"""
            .formatted(
                patient.birthName(),
                patient.birthFirstNames().get(0),
                patient.sex(),
                patient.birthDate()));
  }

  /** An envelope with correct contexts around any body. */
  public String envelope(String action, String body) {
    return """
        <s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope" \
        xmlns:wsa="http://www.w3.org/2005/08/addressing"><s:Header>\
        <wsa:Action>%s</wsa:Action><wsa:MessageID>uuid:%s</wsa:MessageID>\
        <l:ContexteLPS xmlns:l="urn:siram:lps:ctxlps" Nature="CTXLPS" Version="01_00">\
        <l:Id>%s</l:Id><l:Temps>%s</l:Temps><l:Emetteur>%s</l:Emetteur>\
        <l:LPS><l:IDAM R="4">%s</l:IDAM><l:Version>1.0</l:Version>\
        <l:Instance>%s</l:Instance><l:Nom>urn:lps:essai:1.0</l:Nom></l:LPS></l:ContexteLPS>\
        <b:ContexteBAM xmlns:b="urn:siram:bam:ctxbam" Version="01_02">\
        <b:Id>%s</b:Id><b:Temps>%s</b:Temps><b:Emetteur>%s</b:Emetteur>\
        <b:COUVERTURE/></b:ContexteBAM></s:Header><s:Body>%s</s:Body></s:Envelope>"""
        .formatted(
            action,
            UUID.randomUUID(),
            UUID.randomUUID(),
            Instant.now(),
            sender,
            space.lps().idam(),
            UUID.randomUUID(),
            UUID.randomUUID(),
            Instant.now(),
            sender,
            body);
  }
}
