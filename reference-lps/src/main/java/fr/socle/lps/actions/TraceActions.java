package fr.socle.lps.actions;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import fr.socle.lps.identite.Access;
import fr.socle.lps.identite.Dossier;
import fr.socle.lps.identite.Dossiers;
import fr.socle.lps.identite.InsiTrace;
import fr.socle.lps.pilote.Input;
import fr.socle.lps.pilote.Outcome;
import fr.socle.lps.pilote.UserAction;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reading what the software kept of what was done with a record (INS/va1.27, 1.35, 1.38, 1.39). */
final class TraceActions {

  private final Dossiers dossiers;

  TraceActions(Dossiers dossiers) {
    this.dossiers = dossiers;
  }

  /** The log of one record, oldest first. */
  record LogView(@JsonProperty("traces") List<LineView> lines) {}

  /** One line of it. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record LineView(
      @JsonProperty("date") String at,
      @JsonProperty("nature") String kind,
      @JsonProperty("professionnel") @Nullable String who,
      @JsonProperty("codeRetour") @Nullable String answer,
      @JsonProperty("detail") String detail) {

    static LineView of(Access access) {
      return new LineView(
          access.at().toString(), access.kind().wire(), access.who(), null, access.detail());
    }

    static LineView of(InsiTrace call) {
      return new LineView(
          call.at().toString(),
          "appel-insi",
          null,
          call.answer(),
          (call.criteria() + " " + call.received()).strip());
    }
  }

  List<UserAction> all() {
    return List.of(UserAction.of("lire-traces", this::read));
  }

  private UserAction.Prepared read(Input input) {
    Dossier dossier = RecordActions.dossier(dossiers, input);
    return () ->
        Outcome.done(
            new LogView(
                Stream.concat(
                        dossier.accesses().stream().map(LineView::of),
                        dossier.traces().stream().map(LineView::of))
                    .sorted(Comparator.comparing(line -> Instant.parse(line.at())))
                    .toList()),
            1);
  }
}
