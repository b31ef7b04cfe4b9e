package fr.socle.lps.banc;

/** Answers of INSi, as the test bench writes them. */
public final class InsiMessages {

  private static final String ENVELOPE =
      "<soap:Envelope xmlns:soap='http://www.w3.org/2003/05/soap-envelope'><soap:Body>%s"
          + "</soap:Body></soap:Envelope>";

  /** An identity born in Ajaccio, right in every way. */
  public static final String TRAITS =
      "<NomNaissance>MOQUETTE</NomNaissance><ListePrenom>ALIX MARIE-LOU</ListePrenom>"
          + "<Sexe>F</Sexe><DateNaissance>1988-02-29</DateNaissance>"
          + "<LieuNaissance>2A004</LieuNaissance>";

  public static final String ACTIVE =
      "<INSACTIF><IdIndividu><NumIdentifiant>188022A004321</NumIdentifiant><Cle>51</Cle>"
          + "</IdIndividu><OID>1.2.250.1.213.1.4.10</OID></INSACTIF>";

  private InsiMessages() {}

  public static FakeInsi.Reply code(String code) {
    return result("<CR><CodeCR>" + code + "</CodeCR><LibelleCR>x</LibelleCR></CR>");
  }

  /** What a verification is answered, by the assumed contract. */
  public static FakeInsi.Reply verified(String code) {
    return soap(
        200,
        "<r:RESULTAT xmlns:r='http://www.cnamts.fr/INSiLot2/REPUnitaire'><r:CR><r:CodeCR>"
            + code
            + "</r:CodeCR><r:LibelleCR>x</r:LibelleCR></r:CR></r:RESULTAT>");
  }

  public static FakeInsi.Reply found() {
    return found(ACTIVE, TRAITS);
  }

  public static FakeInsi.Reply found(String ins, String traits) {
    return result(
        "<CR><CodeCR>00</CodeCR><LibelleCR>OK</LibelleCR></CR><INDIVIDU>"
            + ins
            + "<TIQ>"
            + traits
            + "</TIQ></INDIVIDU>");
  }

  public static FakeInsi.Reply result(String content) {
    return soap(
        200, "<RESULTAT xmlns='http://www.cnamts.fr/INSiResultat'>" + content + "</RESULTAT>");
  }

  /** The fault of the back end, with its own prefixes. */
  public static FakeInsi.Reply fault(String code) {
    return new FakeInsi.Reply(
        500,
        "<soap:Envelope xmlns:soap='http://www.w3.org/2003/05/soap-envelope'>"
            + "<env:Body xmlns:env='http://www.w3.org/2003/05/soap-envelope'"
            + " xmlns:S='http://www.w3.org/2003/05/soap-envelope'><S:Fault><S:Code>"
            + "<S:Value>S:Receiver</S:Value><S:Subcode><S:Value>S:siram_40</S:Value></S:Subcode>"
            + "</S:Code><S:Reason><S:Text xml:lang='en'>x</S:Text></S:Reason><S:Detail>"
            + "<e:Erreur xmlns:e='urn:siram' severite='fatal' code='"
            + code
            + "'>x</e:Erreur></S:Detail></S:Fault></env:Body></soap:Envelope>");
  }

  public static FakeInsi.Reply soap(int status, String body) {
    return new FakeInsi.Reply(status, ENVELOPE.replace("%s", body));
  }
}
