package fr.socle.dmp.check;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.bench.check.Check;
import fr.socle.bench.check.CheckedExchange;
import fr.socle.bench.http.Answer;
import fr.socle.dmp.Caller;
import fr.socle.dmp.JudgedDmp;
import fr.socle.dmp.Messages;
import fr.socle.dmp.service.DmpCaller;
import fr.socle.dmp.service.KnownProfessional;
import fr.socle.dmp.web.WebAccess;
import fr.socle.dmp.web.WebVisit;
import fr.socle.dmp.web.WebVisit.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule on the web site: a visit that passes, and the same broken in one way. */
public class WebChecksTest {
  private static final DmpCaller DOCTOR =
      DmpCaller.byCard(new KnownProfessional("899900099997", "D", "", "", "", "", "", ""));

  @Test
  void rightVisitsBreakNoRuleWhateverTheyMeet() {
    for (Outcome outcome : List.of(Outcome.OPENED, Outcome.TO_CONFIRM, Outcome.NOT_OPEN)) {
      assertThat(found(new WebVisit("DossierPatient", Messages.INS, DOCTOR, outcome))).isEmpty();
    }
    assertThat(found(new WebVisit("TableauDeBord", "", DOCTOR, Outcome.OPENED))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource
  void oneBrokenInOneWayIsFound(String rule, WebVisit visit) {
    assertThat(found(visit)).containsExactly(rule);
  }

  static Stream<Arguments> oneBrokenInOneWayIsFound() {
    return Stream.of(
        Arguments.of(
            "DMP-T17-1", new WebVisit("Dossier", Messages.INS, DOCTOR, Outcome.UNKNOWN_PAGE)),
        Arguments.of(
            "DMP-T17-2", new WebVisit("DossierPatient", Messages.INS, null, Outcome.REFUSED)),
        Arguments.of(
            "DMP-T17-3",
            new WebVisit(
                "DossierPatient", Messages.INS.substring(0, 13), DOCTOR, Outcome.UNKNOWN_PATIENT)));
  }

  /** The rules this class proves. */
  public static Stream<String> proven() {
    return oneBrokenInOneWayIsFound().map(each -> String.valueOf(each.get()[0]));
  }

  private static List<String> found(WebVisit visit) {
    List<String> found = new ArrayList<>();
    for (Check<?> each : JudgedDmp.book().pages().get(WebAccess.TD0_9).checks()) {
      @SuppressWarnings("unchecked")
      Check<WebVisit> check = (Check<WebVisit>) each;
      check.judge(
          new CheckedExchange<>(
              visit,
              new Caller().byCard("patients", Messages.TD0_2, Messages.example("td0.2")),
              Answer.empty(200)),
          (location, expected, actual, mend) -> found.add(check.rule().id()));
    }
    return found;
  }
}
