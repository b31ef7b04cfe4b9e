package exemple;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** L'appel à INSi par les traits, avec le certificat de la structure. */
final class Insi {
  private static final String ACTION =
      "urn:ServiceIdentiteCertifiee:1.0.0:rechercherInsAvecTraitsIdentite";
  private static final String RESULTAT = "http://www.cnamts.fr/INSiResultat";
  private static final String MESSAGE =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <soap:Envelope xmlns:soap="http://www.w3.org/2003/05/soap-envelope" xmlns:wsa="http://www.w3.org/2005/08/addressing">
       <soap:Header>
        <wsa:Action>%s</wsa:Action>
        <wsa:MessageID>uuid:%s</wsa:MessageID>
        <lps:ContexteLPS xmlns:lps="urn:siram:lps:ctxlps" Nature="CTXLPS" Version="01_00">
         <lps:Id>%s</lps:Id><lps:Temps>%s</lps:Temps><lps:Emetteur>%s</lps:Emetteur>
         <lps:LPS><lps:IDAM R="4">%s</lps:IDAM><lps:Version>1.0</lps:Version>
          <lps:Instance>%s</lps:Instance><lps:Nom>urn:lps:petit-logiciel:1.0</lps:Nom></lps:LPS>
        </lps:ContexteLPS>
        <bam:ContexteBAM xmlns:bam="urn:siram:bam:ctxbam" Version="01_02">
         <bam:Id>%s</bam:Id><bam:Temps>%s</bam:Temps><bam:Emetteur>%s</bam:Emetteur><bam:COUVERTURE/>
        </bam:ContexteBAM>
       </soap:Header>
       <soap:Body>
        <rs:RECSANSVITALE xmlns:rs="http://www.cnamts.fr/INSiRecSans">%s</rs:RECSANSVITALE>
       </soap:Body>
      </soap:Envelope>
      """;

  private final URI adresse;
  private final String idam;
  private final String structure;
  private final String installation = UUID.randomUUID().toString();
  private final HttpClient http;

  Insi(JsonNode banc) {
    JsonNode magasin = Cles.magasin(banc, "insi-manu");
    this.adresse = URI.create(banc.at("/urls/insi.certificate").asText());
    this.idam = banc.at("/lps/idam").asText();
    // INSi reconnaît la structure à l'OU du certificat.
    Matcher ou = Pattern.compile("(?:^|,)OU=([^,]+)").matcher(magasin.path("subject").asText());
    this.structure = ou.find() ? ou.group(1) : "";
    this.http = HttpClient.newBuilder().sslContext(Cles.tls(banc, magasin)).build();
  }

  /** Ce qu'INSi répond : 00 avec une identité, 01 aucune, 02 plusieurs. */
  record Reponse(String code, Identite identite) {}

  /** L'identité et l'INS, tels qu'INSi les rend. */
  record Identite(Dossier.Traits traits, Dossier.Ins ins) {}

  /** Chaque prénom, puis tous ensemble ; le lieu de naissance seulement pour départager. */
  Reponse chercher(Dossier.Traits traits) {
    List<String> prenoms = traits.prenoms();
    Set<String> essais = new LinkedHashSet<>(prenoms);
    essais.add(String.join(" ", prenoms));
    Reponse reponse = new Reponse("01", null);
    for (String essai : essais) {
      String prenom = essai;
      reponse = appeler(traits, prenom, false);
      if (reponse.code().equals("02") && prenoms.contains(prenom) && prenoms.size() > 1) {
        prenom = String.join(" ", prenoms.subList(prenoms.indexOf(prenom), prenoms.size()));
        reponse = appeler(traits, prenom, false);
      }
      if (reponse.code().equals("02")) {
        reponse = appeler(traits, prenom, true);
      }
      if (!reponse.code().equals("01")) {
        return reponse;
      }
    }
    return reponse;
  }

  private Reponse appeler(Dossier.Traits traits, String prenom, boolean avecLieu) {
    String cherche =
        champ("NomNaissance", traits.nomNaissance())
            + champ("Prenom", prenom)
            + champ("Sexe", traits.sexe())
            + champ("DateNaissance", traits.dateNaissance())
            + (avecLieu ? champ("LieuNaissance", traits.lieuNaissance()) : "");
    String temps = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    String message =
        MESSAGE.formatted(
            ACTION,
            UUID.randomUUID(),
            UUID.randomUUID(),
            temps,
            echapper(structure),
            echapper(idam),
            installation,
            UUID.randomUUID(),
            temps,
            echapper(structure),
            cherche);
    try {
      HttpResponse<byte[]> reponse =
          http.send(
              HttpRequest.newBuilder(adresse)
                  .timeout(Duration.ofSeconds(10))
                  .header(
                      "Content-Type",
                      "application/soap+xml; charset=utf-8; action=\"" + ACTION + "\"")
                  .POST(HttpRequest.BodyPublishers.ofString(message))
                  .build(),
              BodyHandlers.ofByteArray());
      return lire(reponse.body());
    } catch (IOException | SAXException e) {
      throw new Indisponible();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Indisponible();
    }
  }

  /** INSi n'a pas donné de réponse exploitable. */
  static final class Indisponible extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private static Reponse lire(byte[] message) throws IOException, SAXException {
    NodeList resultats =
        document(message).getElementsByTagNameNS(RESULTAT, "RESULTAT");
    if (resultats.getLength() != 1) {
      throw new Indisponible();
    }
    Element resultat = (Element) resultats.item(0);
    String code = texte(resultat, "CR", "CodeCR");
    return switch (code) {
      case "00" -> new Reponse(code, identite(resultat));
      case "01", "02" -> new Reponse(code, null);
      default -> throw new Indisponible();
    };
  }

  private static Identite identite(Element resultat) {
    String liste = texte(resultat, "INDIVIDU", "TIQ", "ListePrenom");
    return new Identite(
        new Dossier.Traits(
            rendu(resultat, "INDIVIDU", "TIQ", "NomNaissance"),
            List.of((liste.isEmpty() ? rendu(resultat, "INDIVIDU", "TIQ", "Prenom") : liste).split(" +")),
            rendu(resultat, "INDIVIDU", "TIQ", "Sexe"),
            rendu(resultat, "INDIVIDU", "TIQ", "DateNaissance"),
            rendu(resultat, "INDIVIDU", "TIQ", "LieuNaissance")),
        new Dossier.Ins(
            rendu(resultat, "INDIVIDU", "INSACTIF", "IdIndividu", "NumIdentifiant"),
            rendu(resultat, "INDIVIDU", "INSACTIF", "IdIndividu", "Cle"),
            rendu(resultat, "INDIVIDU", "INSACTIF", "OID")));
  }

  private static Element document(byte[] message) throws IOException, SAXException {
    try {
      DocumentBuilderFactory fabrique = DocumentBuilderFactory.newInstance();
      fabrique.setNamespaceAware(true);
      fabrique.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      fabrique.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      var lecteur = fabrique.newDocumentBuilder();
      lecteur.setErrorHandler(null);
      return lecteur.parse(new ByteArrayInputStream(message)).getDocumentElement();
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Une réponse à laquelle manque un trait ou l'INS ne sert à rien. */
  private static String rendu(Element de, String... chemin) {
    String texte = texte(de, chemin);
    if (texte.isEmpty()) {
      throw new Indisponible();
    }
    return texte;
  }

  private static String texte(Element de, String... chemin) {
    Element ici = de;
    for (String nom : chemin) {
      NodeList trouves = ici.getElementsByTagNameNS(RESULTAT, nom);
      if (trouves.getLength() == 0) {
        return "";
      }
      ici = (Element) trouves.item(0);
    }
    return ici.getTextContent().strip();
  }

  private static String champ(String nom, String valeur) {
    return "<rs:" + nom + ">" + echapper(valeur) + "</rs:" + nom + ">";
  }

  private static String echapper(String texte) {
    return texte.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
