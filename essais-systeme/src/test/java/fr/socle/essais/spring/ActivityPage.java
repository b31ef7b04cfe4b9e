package fr.socle.essais.spring;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.web.util.HtmlUtils;

/**
 * The question Pro Santé Connect leaves to each service: under which of his activities does the
 * professional work? Read from userinfo, answered by the person.
 */
final class ActivityPage {
  private static final String PAGE =
      """
      <!doctype html><html lang="fr"><meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>Votre activité</title>%s</html>""";

  private ActivityPage() {}

  /** The question, or what the person answered. */
  static String of(OidcUserInfo user, String chosen) {
    List<String> activities = activities(user);
    if (chosen != null) {
      return page("<p>Vous exercez à : " + activities.get(Integer.parseInt(chosen)));
    }
    StringBuilder question = new StringBuilder("<form><h1>Où exercez-vous aujourd'hui ?</h1>");
    for (int i = 0; i < activities.size(); i++) {
      question.append(
          "<p><button name='activite' value='%d'>%s</button>".formatted(i, activities.get(i)));
    }
    return page(question.append("</form>").toString());
  }

  private static String page(String body) {
    return PAGE.formatted(body);
  }

  private static List<String> activities(OidcUserInfo user) {
    List<String> names = new ArrayList<>();
    for (Object exercise : list(user.getClaimAsMap("SubjectRefPro").get("exercices"))) {
      for (Object activity : list(((Map<?, ?>) exercise).get("activities"))) {
        names.add(
            HtmlUtils.htmlEscape(String.valueOf(((Map<?, ?>) activity).get("raisonSocialeSite"))));
      }
    }
    return names;
  }

  private static List<?> list(Object value) {
    return (List<?>) value;
  }
}
