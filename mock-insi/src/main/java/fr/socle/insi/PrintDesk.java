package fr.socle.insi;

import fr.socle.bench.client.api.DatamatrixRequest;
import fr.socle.bench.client.api.DatamatrixSymbol;
import fr.socle.bench.client.api.Finding;
import fr.socle.bench.client.api.PrintReading;
import fr.socle.bench.client.api.PrintReading.Datamatrix;
import fr.socle.bench.client.api.PrintToRead;
import fr.socle.bench.journal.FindingDraft;
import fr.socle.bench.spi.ControlOperation;
import fr.socle.bench.spi.InvalidControlRequestException;
import fr.socle.bench.world.InsiAnswer;
import fr.socle.bench.world.InsiEntry;
import fr.socle.bench.world.Patient;
import fr.socle.bench.world.WorldStore;
import fr.socle.documents.datamatrix.Block;
import fr.socle.documents.datamatrix.DatamatrixReading;
import fr.socle.documents.datamatrix.InsDatamatrix;
import fr.socle.documents.datamatrix.PrintReader;
import fr.socle.documents.datamatrix.PrintedDocument;
import fr.socle.documents.datamatrix.UnreadableDocumentException;
import fr.socle.documents.ins.Ins;
import fr.socle.insi.check.PrintChecks;
import fr.socle.insi.check.PrintChecks.Printed;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the bench knows of paper: it reads what a software printed, and prints itself. */
final class PrintDesk {
  private static final int PIXELS_OF_A_MODULE = 8;

  private static final Duration LIMIT = Duration.ofSeconds(20);

  private final WorldStore world;
  private final PrintReader reader = new PrintReader(LIMIT);

  PrintDesk(WorldStore world) {
    this.world = world;
  }

  List<ControlOperation<?, ?>> operations() {
    return List.of(
        new ControlOperation<>(
            "POST",
            "datamatrix",
            "Reads a printed page (PDF or picture) and judges its INS data matrix",
            PrintToRead.class,
            PrintReading.class,
            this::read),
        new ControlOperation<>(
            "POST",
            "datamatrix-symbol",
            "The INS data matrix of a patient whom INSi knows",
            DatamatrixRequest.class,
            DatamatrixSymbol.class,
            this::symbol));
  }

  private PrintReading read(PrintToRead print) {
    Patient patient = patient(print.patient());
    PrintedDocument document = document(print.document());
    List<Printed> printed =
        document.pages().stream()
            .flatMap(
                page ->
                    page.symbols().stream()
                        .filter(symbol -> DatamatrixReading.isInsDatamatrix(symbol.text()))
                        .map(
                            symbol ->
                                new Printed(
                                    page.number(), symbol, DatamatrixReading.of(symbol.text()))))
            .toList();
    Optional<String> doubt = printed.isEmpty() ? doubt(document, patient) : Optional.empty();
    List<FindingDraft> findings =
        print.qualified()
            ? ofQualified(printed, answered(patient), doubt.isPresent())
            : PrintChecks.ofUnqualified(printed, document.lines(), ins(patient));
    List<Finding> shown = findings.stream().map(finding -> finding.on(null)).toList();
    return new PrintReading(
        document.pageCount(),
        document.lines(),
        printed.stream().map(PrintDesk::shown).toList(),
        shown,
        doubt.orElse(null));
  }

  private static List<FindingDraft> ofQualified(
      List<Printed> printed, InsDatamatrix expected, boolean doubtful) {
    if (!printed.isEmpty()) {
      return PrintChecks.ofQualified(printed, expected);
    }
    return doubtful ? List.of() : PrintChecks.ofMissing();
  }

  /** INS/va1.03 lets a page bear the INS in another bar code. */
  private static Optional<String> doubt(PrintedDocument document, Patient patient) {
    Ins ins = ins(patient);
    boolean elsewhere =
        ins != null
            && document.pages().stream()
                .flatMap(page -> page.symbols().stream())
                .anyMatch(symbol -> symbol.text().contains(ins.matricule()));
    return elsewhere
        ? Optional.of(
            "La page porte le matricule dans un autre code-barres, ce qu'INS/va1.03 admet à la"
                + " place du datamatrix INS : faites-le constater par une personne.")
        : document.doubt();
  }

  private static @Nullable Ins ins(Patient patient) {
    InsiEntry entry = patient.insi();
    InsiAnswer answer = entry == null ? null : entry.answer();
    try {
      return answer == null ? null : ins(answer);
    } catch (IllegalArgumentException e) {
      return null; // INSi answers a wrong one on purpose: no page is to bear it.
    }
  }

  private static Ins ins(InsiAnswer answer) {
    return new Ins(answer.active().number(), given(answer.active().key()), answer.active().oid());
  }

  private DatamatrixSymbol symbol(DatamatrixRequest request) {
    InsDatamatrix content = answered(patient(request.patient()));
    return new DatamatrixSymbol(
        content.text(),
        fr.socle.documents.datamatrix.DatamatrixSymbol.of(content).png(PIXELS_OF_A_MODULE));
  }

  private PrintedDocument document(byte[] content) {
    try {
      return reader.read(content);
    } catch (UnreadableDocumentException e) {
      throw new InvalidControlRequestException(
          "document-illisible", String.valueOf(e.getMessage()));
    }
  }

  private Patient patient(String id) {
    return world
        .patient(id)
        .orElseThrow(
            () ->
                new InvalidControlRequestException(
                    "patient-inconnu",
                    "L'espace n'a pas de patient « " + id + " » : créez-le, ou donnez son id."));
  }

  /** What INSi answers for a patient, as a data matrix says it. */
  private static InsDatamatrix answered(Patient patient) {
    InsiEntry entry = patient.insi();
    InsiAnswer answer = entry == null ? null : entry.answer();
    if (answer == null) {
      throw new InvalidControlRequestException(
          "patient-inconnu-insi",
          "INSi ne rend aucun INS pour ce patient : son identité ne peut pas être qualifiée.");
    }
    try {
      return new InsDatamatrix(
          ins(answer),
          firstNames(answer),
          given(answer.birthName()),
          given(answer.sex()),
          given(answer.birthDate()),
          answer.birthPlace());
    } catch (IllegalArgumentException e) {
      throw new InvalidControlRequestException(
          "reponse-insi-incomplete",
          "Ce qu'INSi rend pour ce patient ne fait pas un datamatrix : " + e.getMessage());
    }
  }

  /** The list, or the only first name of an answer of the official form (insi.md 2.5). */
  private static String firstNames(InsiAnswer answer) {
    String list = given(answer.firstNameList());
    return list.isEmpty() ? given(answer.firstName()) : list;
  }

  private static String given(@Nullable String value) {
    return value == null ? "" : value;
  }

  private static Datamatrix shown(Printed printed) {
    Map<Block, String> values = printed.reading().values();
    return new Datamatrix(
        printed.page(),
        InsDatamatrix.shown(printed.symbol().text()),
        values.get(Block.MATRICULE),
        values.get(Block.OID),
        values.get(Block.FIRST_NAMES),
        values.get(Block.BIRTH_NAME),
        values.get(Block.SEX),
        values.get(Block.BIRTH_DATE),
        values.get(Block.BIRTH_PLACE));
  }
}
