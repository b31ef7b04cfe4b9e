package fr.socle.lps.actions;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import fr.socle.lps.actions.DmpViews.ListedView;
import fr.socle.lps.dmp.cda.CdaReader;
import fr.socle.lps.dmp.client.DmpClient;
import fr.socle.lps.dmp.ebxml.FoundEntry;
import fr.socle.lps.dmp.ebxml.Visibility;
import fr.socle.lps.dmp.record.Held;
import fr.socle.lps.dmp.record.LocalDocument;
import fr.socle.lps.dmp.soap.DmpRefused;
import fr.socle.lps.dmp.soap.DmpUnreachable;
import fr.socle.lps.dmp.vihf.Mode;
import fr.socle.lps.identite.Dossier;
import fr.socle.lps.identite.Dossiers;
import fr.socle.lps.mutant.Defects;
import fr.socle.lps.mutant.Mutant;
import fr.socle.lps.pilote.Input;
import fr.socle.lps.pilote.Outcome;
import fr.socle.lps.pilote.UserAction;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Searching and reading the documents of the DMP. */
final class DmpReadingActions {

  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final DateTimeFormatter DIGITS = DateTimeFormatter.ofPattern("uuuuMMddHHmmss");

  private final Dossiers dossiers;
  private final DmpLibrary library;
  private final DmpVisit visit;
  private final Defects defects;

  DmpReadingActions(Dossiers dossiers, DmpLibrary library, DmpVisit visit, Defects defects) {
    this.dossiers = dossiers;
    this.library = library;
    this.visit = visit;
    this.defects = defects;
  }

  record ListView(
      @JsonProperty("documents") List<ListedView> documents,
      @JsonProperty("messages") List<String> messages) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ReadView(
      @JsonProperty("source") String source,
      @JsonProperty("typeMime") @Nullable String mimeType,
      @JsonProperty("taille") @Nullable Integer size,
      @JsonProperty("sha256") @Nullable String digest,
      @JsonProperty("texte") @Nullable String text,
      @JsonProperty("versionRecente") @Nullable String newer,
      @JsonProperty("messages") List<String> messages) {}

  List<UserAction> all() {
    return List.of(
        UserAction.of("lister-documents-dmp", this::list),
        UserAction.of("consulter-document-dmp", this::read));
  }

  private UserAction.Prepared list(Input input) {
    Dossier dossier = RecordActions.dossier(dossiers, input);
    Mode mode = DmpMode.read(input);
    DmpCriteria criteria =
        input.optionalObject("criteres").map(DmpCriteria::read).orElse(DmpCriteria.NONE);
    return () -> {
      try {
        boolean astray =
            mode == Mode.INDIRECTE_RENFORCEE && defects.has(Mutant.DMP_PSC_EN_STRUCTURE);
        DmpClient client =
            astray ? visit.withoutAsking(dossier, Mode.INDIRECTE) : visit.toConsult(dossier, mode);
        List<FoundEntry> found =
            library.search(
                dossier, client, criteria.bent(defects).query(visit.about(dossier).patient()));
        visit.of(dossier).seenNow(found);
        if (found.isEmpty() && defects.has(Mutant.DMP_LISTE_VIDE_EN_ERREUR)) {
          String told = "Le DMP n'a rendu aucun document.";
          return Outcome.failed(nothing(told), 1, told);
        }
        List<ListedView> shown =
            found.stream()
                .filter(criteria::keeps)
                .map(entry -> view(dossier, entry))
                .limit(defects.has(Mutant.DMP_LISTE_COUPEE) ? 1 : Long.MAX_VALUE)
                .toList();
        String lacks = defects.has(Mutant.DMP_LISTE_PARTIELLE_TUE) ? "" : client.partial();
        return Outcome.done(new ListView(shown, lacks.isEmpty() ? List.of() : List.of(lacks)), 1);
      } catch (DmpVisit.Obstacle e) {
        return Outcome.refused(nothing(e.told()), 1, e.told());
      } catch (DmpUnreachable e) {
        String told = DmpAccessActions.unreachable(e);
        return Outcome.failed(nothing(told), 1, told);
      } catch (DmpRefused e) {
        if (defects.has(Mutant.DMP_REFUS_TU)) {
          return Outcome.done(new ListView(List.of(), List.of()), 1);
        }
        if (defects.has(Mutant.DMP_REFUS_DIT_PANNE)) {
          String told = DmpAccessActions.unreachable(new DmpUnreachable("réponse HTTP 503"));
          return Outcome.failed(nothing(told), 1, told);
        }
        return Outcome.failed(nothing(e.told()), 1, e.told());
      }
    };
  }

  private static ListView nothing(String told) {
    return new ListView(List.of(), List.of(told));
  }

  private ListedView view(Dossier dossier, FoundEntry entry) {
    boolean local =
        library.held(dossier, entry.uniqueId()).filter(Held::imported).isPresent()
            || library.made().find(dossier.id(), entry.uniqueId()).isPresent();
    Visibility hidden =
        defects.has(Mutant.DMP_LISTE_SANS_MASQUE) ? Visibility.EVERYBODY : entry.visibility();
    return ListedView.of(entry, hidden, date(entry.start()), local);
  }

  /** A date of metadata in the time of the practice. */
  private static String date(String universal) {
    try {
      return LocalDateTime.parse(universal, DIGITS)
          .atOffset(ZoneOffset.UTC)
          .atZoneSameInstant(PARIS)
          .toLocalDateTime()
          .toString();
    } catch (DateTimeException e) {
      return universal;
    }
  }

  private UserAction.Prepared read(Input input) {
    Dossier dossier = RecordActions.dossier(dossiers, input);
    Mode mode = DmpMode.read(input);
    String uniqueId = input.text("document");
    return () -> {
      Optional<byte[]> here = here(dossier, uniqueId);
      if (here.isPresent()) { // CDA/DD.04
        return Outcome.done(
            view(
                dossier,
                uniqueId,
                "local",
                "text/xml",
                here.get(),
                List.of("Ce document est déjà dans le dossier : c'est lui qui est montré.")),
            1);
      }
      try {
        DmpClient client = visit.toConsult(dossier, mode);
        if (defects.has(Mutant.DMP_OUVERTURE_SANS_DOCUMENT)) {
          String title = library.entry(dossier, client, uniqueId).title();
          byte[] instead = title.getBytes(UTF_8);
          return Outcome.done(
              new ReadView(
                  "dmp", "text/xml", instead.length, sha256(instead), title, null, List.of()),
              1);
        }
        Held got = library.fetch(dossier, client, uniqueId, false);
        if (defects.has(Mutant.DMP_PDF_NON_MONTRE) && CdaReader.unstructured(got.bytes())) {
          return Outcome.done(unread("Ce document est un PDF."), 1);
        }
        return Outcome.done(
            view(
                dossier,
                uniqueId,
                "dmp",
                got.mimeType(),
                got.bytes(),
                warnings(library.entry(dossier, client, uniqueId).visibility())),
            1);
      } catch (DmpVisit.Obstacle e) {
        return Outcome.refused(null, 1, e.told());
      } catch (DmpUnreachable e) {
        if (defects.has(Mutant.DMP_DOCUMENT_COUPE_MONTRE)) {
          return Outcome.done(cut(), 1);
        }
        return Outcome.failed(unread(DmpAccessActions.unreachable(e)), 1, e.reason());
      } catch (DmpRefused e) {
        return Outcome.failed(unread(e.told()), 1, e.told());
      }
    };
  }

  private Optional<byte[]> here(Dossier dossier, String uniqueId) {
    if (defects.has(Mutant.DMP_DOCUMENT_REDEMANDE)) {
      return Optional.empty();
    }
    Optional<byte[]> held = library.held(dossier, uniqueId).map(Held::bytes);
    return held.isPresent()
        ? held
        : library.made().find(dossier.id(), uniqueId).map(LocalDocument::made);
  }

  private static ReadView cut() {
    return new ReadView("dmp", "text/xml", 1, null, "Début du document", null, List.of());
  }

  private static ReadView unread(String told) {
    return new ReadView("dmp", null, null, null, null, null, List.of(told));
  }

  private ReadView view(
      Dossier dossier,
      String uniqueId,
      String source,
      String mimeType,
      byte[] bytes,
      List<String> messages) {
    List<String> told = new ArrayList<>(messages);
    String newer = visit.of(dossier).newer(uniqueId).orElse(null);
    if (newer != null) {
      told.add("Une version plus récente de ce document est au DMP.");
    }
    return new ReadView(
        source, mimeType, bytes.length, sha256(bytes), CdaReader.text(bytes), newer, told);
  }

  /** What is said before a document that not everybody may see (EX_3.2-1025). */
  private static List<String> warnings(Visibility visibility) {
    List<String> warnings = new ArrayList<>();
    if (visibility.patient()) {
      warnings.add("Ce document n'est pas encore visible du patient.");
    }
    if (visibility.representatives()) {
      warnings.add("Ce document est invisible des représentants légaux du patient.");
    }
    if (visibility.professionals()) {
      warnings.add("Ce document est masqué aux professionnels.");
    }
    return warnings;
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
