package fr.socle.features.etapes;

import fr.socle.bench.client.api.PrintReading;
import fr.socle.exigences.Basis;
import fr.socle.features.run.Expectation;
import fr.socle.features.run.ScenarioRun;
import fr.socle.features.run.Software;
import io.cucumber.java.fr.Alors;
import io.cucumber.java.fr.Soit;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Attentes on the printed page that a document holds, or that goes with it. */
public final class DmpPageExpectations {
  /** What the control API takes, base64 included. */
  private static final int MOST = 750 * 1024;

  /** XMP of PDF/A (ISO 19005-1, 6.7.11), as an element or as an attribute. */
  private static final Pattern ARCHIVAL =
      Pattern.compile("pdfaid:part(?:>\\s*1\\s*<|\\s*=\\s*[\"']1[\"'])");

  private final ScenarioRun scenario;
  private final Consultation consultation;
  private final DmpDesk desk;
  private String notice = "";

  /** Built for each scenario. */
  public DmpPageExpectations(ScenarioRun scenario, Consultation consultation, DmpDesk desk) {
    this.scenario = scenario;
    this.consultation = consultation;
    this.desk = desk;
  }

  /** Printed in letters. */
  @Alors("le PDF de ce document porte l'INS")
  public void pageHoldsIns() {
    PrintReading reading = reading();
    String page = String.join("", reading.lines()).replaceAll("[\\p{Z}\\s.-]", "");
    add(
        "Le PDF du document porte le matricule.",
        page.contains(InsNumbers.of(consultation.patient()).matricule()),
        "matricule absent du texte du PDF",
        "Imprimez l'INS qualifiée sur la prescription.");
  }

  /** Printed as a symbol. */
  @Alors("le PDF de ce document porte le datamatrix de l'INS")
  public void pageHoldsDatamatrix() {
    PrintReading reading = reading();
    String doubt = reading.doubt();
    scenario.requireCovered(doubt == null, doubt == null ? "" : doubt);
    add(
        "Le PDF du document porte le datamatrix de l'INS.",
        reading.datamatrix().stream().anyMatch(one -> desk.ins().equals(one.matricule())),
        reading.datamatrix().isEmpty() ? "aucun datamatrix INS" : "datamatrix d'une autre identité",
        "Imprimez sur le document le datamatrix de l'INS qualifiée.");
  }

  /** The practice writes what the bottom of its pages says. */
  @Soit("le cabinet, qui a réglé la mention du bas de ses documents")
  public void noticeWritten() {
    notice =
        "Mention %s : écrivez au secrétariat pour vos droits."
            .formatted(desk.ins().substring(5, 13));
    scenario
        .lps()
        .prepare(
            "regler-mention",
            Software.input().put("mention", notice),
            "régler la mention du bas de page");
  }

  /** That sentence, and no other. */
  @Alors("le PDF de ce document porte cette mention")
  public void pageHoldsNotice() {
    add(
        "Le PDF du document porte la mention que le cabinet a réglée.",
        new PrintedText(reading().lines()).holds(notice),
        "mention absente du PDF",
        "Imprimez en bas de page la mention d'information que le cabinet a écrite.");
  }

  /** The page that is shown is the one inside the CDA; what a mail would carry is not seen here. */
  @Alors("le PDF que montre le logiciel est celui du document envoyé")
  public void sameBytes() {
    String given = desk.last().seen().path("pdf").asText("");
    Optional<byte[]> sent = desk.cdas().flatMap(cda -> cda.pdf().stream()).findFirst();
    scenario.requireCovered(
        !given.isEmpty() && sent.isPresent(),
        "Le pilote ne rend pas le PDF du document (« pdf »), ou le DMP n'a pas reçu de PDF : ils ne"
            + " peuvent pas être comparés.");
    boolean same = Arrays.equals(Base64.getDecoder().decode(given), sent.orElse(new byte[0]));
    scenario
        .expectations()
        .add(
            Expectation.that(
                    "Le PDF d'un N1 est, octet pour octet, celui que le CDA enveloppe.",
                    Basis.PIECE)
                .isMet(
                    same,
                    "deux fichiers différents",
                    "Gardez le PDF du document, et donnez le même partout."));
  }

  /** One source for both: title, labels and figures. */
  @Alors("le PDF de ce document porte son titre et ses résultats, comme le CDA")
  public void samePage() {
    String given = desk.last().seen().path("pdf").asText("");
    scenario.requireCovered(
        !given.isEmpty(),
        "Le pilote ne rend pas le PDF du document (« pdf ») : il ne peut pas être comparé au CDA.");
    PrintReading reading =
        scenario
            .bench()
            .readPrint(
                Base64.getDecoder().decode(given),
                consultation.patient(),
                true,
                "Le banc lit le PDF du document.");
    PrintedText page = new PrintedText(reading.lines());
    List<String> said = new ArrayList<>(List.of(desk.last().title()));
    DmpAnalysis.all().forEach(one -> said.addAll(List.of(one.label(), one.value())));
    List<String> missing = said.stream().filter(words -> !page.holds(words)).toList();
    boolean inCda =
        desk.cdas()
            .anyMatch(cda -> DmpAnalysis.all().stream().allMatch(one -> cda.says(one.value())));
    scenario
        .expectations()
        .add(
            Expectation.that("Le PDF et le CDA du document disent la même chose.", Basis.PIECE)
                .isMet(
                    missing.isEmpty() && inCda,
                    missing.isEmpty() ? "résultat absent du CDA" : "absent du PDF : " + missing,
                    "Faites le PDF et le CDA d'un même acte depuis une seule source."));
  }

  /**
   * What the PDF says of itself; whether it holds is for a validator, and its name for the mail.
   */
  @Alors("le PDF de ce document est dit d'archivage")
  public void archival() {
    Optional<byte[]> pdf = desk.cdas().flatMap(cda -> cda.pdf().stream()).findFirst();
    String text = pdf.map(bytes -> new String(bytes, StandardCharsets.ISO_8859_1)).orElse("");
    scenario
        .expectations()
        .add(
            Expectation.that("Le PDF du document se dit PDF/A-1.", Basis.TRAFIC)
                .necessary()
                .isMet(
                    ARCHIVAL.matcher(text).find(),
                    pdf.isPresent() ? "un PDF qui ne se dit pas PDF/A-1" : "aucun PDF",
                    "Produisez le PDF en PDF/A-1, et dites-le dans ses métadonnées XMP."));
  }

  private PrintReading reading() {
    Optional<byte[]> pdf = desk.cdas().flatMap(cda -> cda.pdf().stream()).findFirst();
    scenario.requireCovered(
        pdf.isPresent() && pdf.orElseThrow().length <= MOST,
        "Le document n'est pas arrivé avec un PDF que le banc sait lire ("
            + MOST / 1024
            + " Kio au plus).");
    return scenario
        .bench()
        .readPrint(
            pdf.orElseThrow(), consultation.patient(), true, "Le banc lit le PDF du document.");
  }

  private void add(String text, boolean met, String found, String mend) {
    scenario.expectations().add(Expectation.that(text, Basis.TRAFIC).isMet(met, found, mend));
  }
}
