package fr.socle.psc;

import static fr.socle.psc.PscOnPaper.json;

import com.fasterxml.jackson.databind.JsonNode;
import fr.socle.bench.client.api.NextPhone;
import fr.socle.bench.client.api.PhoneAnswer;
import fr.socle.bench.client.api.PscState;
import fr.socle.bench.http.Served;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Logins without browser at a Pro Santé Connect on paper, by its demo client with a secret. */
public final class CibaOnPaper {
  public static final String GRANT = "urn:openid:params:grant-type:ciba";

  private final PscOnPaper psc;

  public CibaOnPaper(PscOnPaper psc) {
    this.psc = psc;
  }

  /** A correct request for the doctor. */
  public static Map<String, String> correctRequest() {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("scope", "openid scope_all");
    form.put("acr_values", "eidas1");
    form.put("login_hint", People.DOCTOR);
    form.put("binding_message", "42");
    form.put("channel", "MOBILE");
    return form;
  }

  /** The correct request with one parameter changed; null takes it away. */
  public static Map<String, String> requestWith(String name, String value) {
    Map<String, String> form = correctRequest();
    if (value == null) {
      form.remove(name);
    } else {
      form.put(name, value);
    }
    return form;
  }

  public Served ask(Map<String, String> form) {
    return psc.post("ext/ciba/auth", form, PscOnPaper.basic("lps-demo", psc.secret()));
  }

  /** Asks correctly and gives the {@code auth_req_id}. */
  public String ask() {
    return authReqId(ask(correctRequest()));
  }

  public static String authReqId(Served served) {
    JsonNode body = json(served);
    if (!body.has("auth_req_id")) {
      throw new AssertionError(PscOnPaper.text(served));
    }
    return body.get("auth_req_id").asText();
  }

  public Served poll(String authReqId) {
    return psc.token(Map.of("grant_type", GRANT, "auth_req_id", authReqId));
  }

  /** Polls when the interval has passed. */
  public Served pollInTime(String authReqId) {
    psc.clock.advance(Duration.ofSeconds(5));
    return poll(authReqId);
  }

  /** A whole login: asked, accepted, collected. */
  public JsonNode login() {
    String authReqId = ask();
    answer("accepter");
    return json(poll(authReqId));
  }

  public void answer(String behaviour) {
    psc.control("phone-answer", new PhoneAnswer(null, null, behaviour, null));
  }

  public void answerIn(int seconds, String behaviour) {
    psc.control("phone-answer", new PhoneAnswer(null, null, behaviour, seconds));
  }

  public void next(String behaviour) {
    psc.control("next-phone", new NextPhone(null, behaviour, null, null));
  }

  public void next(String nationalId, String behaviour, Integer times) {
    psc.control("next-phone", new NextPhone(nationalId, behaviour, null, times));
  }

  public List<PscState.PhoneRequest> requests() {
    return psc.state().phone();
  }

  public PscState.PhoneRequest request() {
    return requests().get(requests().size() - 1);
  }
}
