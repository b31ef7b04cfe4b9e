package fr.socle.lps.dmp.soap;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.w3c.dom.Element;

/** What the DMP refuses for, in words a user understands (dmp.md 4.2). */
public final class Errors {

  private static final String SUCCESS = "Success";
  private static final Pattern PARTIAL = Pattern.compile(".*:(Partial)?Success");

  private static final Map<String, String> KNOWN =
      Map.ofEntries(
          Map.entry("DMPClosed", "Le DMP de ce patient est fermé."),
          Map.entry(
              "DMPAccessDeniedByRightsService", "Le DMP ne vous donne pas le droit de faire cela."),
          Map.entry(
              "DMPInvalidCertificate",
              "Le DMP refuse votre certificat de signature : vérifiez qu'il est en cours de"
                  + " validité."),
          Map.entry("XDSUnknownPatientId", "Le DMP ne connaît pas ce patient."),
          Map.entry(
              "XDSPatientIdDoesNotMatch",
              "Le DMP a reçu deux patients différents : rouvrez le dossier."),
          Map.entry("XDSDuplicateUniqueIdInRegistry", "Ce document est déjà au DMP."),
          Map.entry("XDSNonIdenticalHash", "Ce document est déjà au DMP, avec un autre contenu."),
          Map.entry("XDSDocumentUniqueIdError", "Le DMP ne trouve pas ce document."),
          Map.entry("XDSReplaceFailed", "Le DMP n'a pas pu remplacer l'ancienne version."),
          Map.entry("XDSTooManyResults", "Trop de documents : précisez votre recherche."),
          Map.entry(
              "XDSMetadataVersionError",
              "Ce document vient d'être changé au DMP : rafraîchissez la liste."));

  private Errors() {}

  /** A code and the words of the DMP, for a user. */
  public static String inFrench(String code, String text) {
    String known = KNOWN.getOrDefault(code, "Le DMP a refusé la demande.");
    String what = text.isBlank() ? code : text.strip();
    return what.isEmpty() ? known : known + " (" + what + ")";
  }

  /**
   * Looks at the {@code RegistryResponse} of an answer, or at the status it carries itself.
   *
   * @param partial whether a partial success will do
   * @throws DmpRefused when it is no success
   */
  public static void control(Element answer, boolean partial) throws DmpRefused {
    Element response =
        answer.hasAttribute("status")
            ? answer
            : Xml.find(answer, "RegistryResponse").orElse(answer);
    String status = response.getAttribute("status");
    boolean right = partial ? PARTIAL.matcher(status).matches() : status.endsWith(":" + SUCCESS);
    if (right) {
      return;
    }
    List<Element> errors = errors(response);
    throw new DmpRefused(
        errors.stream().map(error -> error.getAttribute("errorCode")).toList(),
        errors.isEmpty() ? inFrench("", "") : words(errors));
  }

  /** What a partial success lacks, for a user; empty for a success. */
  public static String partly(Element answer) {
    List<Element> errors = errors(answer);
    return answer.getAttribute("status").endsWith(":PartialSuccess")
        ? ("La liste est incomplète. " + words(errors)).strip()
        : "";
  }

  private static List<Element> errors(Element response) {
    return Xml.below(response, "RegistryError").stream()
        .filter(error -> !error.getAttribute("severity").endsWith(":Warning"))
        .toList();
  }

  private static String words(List<Element> errors) {
    return errors.stream()
        .map(error -> inFrench(error.getAttribute("errorCode"), error.getAttribute("codeContext")))
        .distinct()
        .collect(Collectors.joining(" "));
  }
}
