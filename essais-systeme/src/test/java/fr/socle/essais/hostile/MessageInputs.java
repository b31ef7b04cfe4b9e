package fr.socle.essais.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.bench.client.api.Patient;
import fr.socle.essais.InsiMessage;
import fr.socle.essais.hostile.BadInput.Kept;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Bodies that are no message of the service: INSi answers a SOAP fault, PSC an OAuth error. */
final class MessageInputs {
  private static final String SOAP = InsiMessage.contentType(InsiMessage.ACTION);
  private static final String UNKNOWN_ACTION = "urn:ServiceIdentiteCertifiee:1.0.0:effacerTout";

  private final List<Door> doors;
  private final InsiMessage messages;
  private final Patient patient;
  private final Bait bait;
  private final String authorization;

  /**
   * The bad messages.
   *
   * @param authorization header line by which a client is let in at the back channel
   */
  MessageInputs(
      List<Door> doors, InsiMessage messages, Patient patient, Bait bait, String authorization) {
    this.doors = doors;
    this.messages = messages;
    this.patient = patient;
    this.bait = bait;
    this.authorization = authorization;
  }

  List<BadInput> all() {
    List<BadInput> inputs = new ArrayList<>();
    for (Door door : doors) {
      inputs.add(unreadable(door, "not XML", () -> "ceci n'est pas du XML"));
      inputs.add(unreadable(door, "XML bomb", MessageInputs::bomb));
      inputs.add(unreadable(door, "external entity, web", () -> entity(bait.address())));
      inputs.add(unreadable(door, "external entity, file", () -> entity(bait.fileAddress())));
      inputs.add(unreadable(door, "external DTD", this::dtd));
      inputs.add(unreadable(door, "deep XML", MessageInputs::deep));
      inputs.add(unknownAction(door));
      inputs.add(wrongType(door));
    }
    return inputs;
  }

  private BadInput unreadable(Door door, String what, Supplier<String> body) {
    return input(door, what, SOAP, body, "mock_insi_soap");
  }

  private BadInput unknownAction(Door door) {
    return input(
        door,
        "unknown SOAP action",
        InsiMessage.contentType(UNKNOWN_ACTION),
        () -> messages.envelope(UNKNOWN_ACTION, "<x:EFFACER xmlns:x=\"urn:essai\"/>"),
        "mock_insi_action");
  }

  private BadInput wrongType(Door door) {
    return input(
        door,
        "wrong content type",
        "application/json",
        () -> "{\"grant_type\":\"client_credentials\",\"nom\":\"" + patient.birthName() + "\"}",
        "mock_insi_soap");
  }

  private BadInput input(
      Door door, String what, String contentType, Supplier<String> body, String insiCode) {
    return switch (door.listener()) {
      case "psc.backchannel" ->
          new BadInput(
              what,
              door.listener(),
              () -> door.ask(door.post(contentType, authorization, body.get())),
              seen ->
                  assertThat(seen)
                      .startsWith("HTTP/1.1 400 ")
                      .contains("\"error\":\"invalid_request\"")
                      .doesNotContain(bait.word()),
              Kept.http(400, "invalid_request"));
      case "psc.wallet" ->
          new BadInput(
              what,
              door.listener(),
              () -> door.ask(door.post(contentType, "", body.get())),
              seen ->
                  assertThat(seen)
                      .startsWith("HTTP/1.1 400 ")
                      .contains("text/html", "Connexion impossible")
                      .doesNotContain(bait.word()),
              Kept.http(400, "invalid_request"));
      default ->
          new BadInput(
              what,
              door.listener(),
              () -> door.ask(door.post(contentType, "", body.get())),
              seen ->
                  assertThat(seen)
                      .startsWith("HTTP/1.1 500 ")
                      .contains("application/soap+xml", ":Fault>", "Sender", insiCode)
                      .doesNotContain(bait.word()),
              Kept.http(500, insiCode));
    };
  }

  /** Ten entities of ten: ten thousand million words if they were expanded. */
  private static String bomb() {
    StringBuilder dtd = new StringBuilder("<!DOCTYPE b [<!ENTITY e0 \"boum\">");
    for (int i = 1; i <= 10; i++) {
      dtd.append("<!ENTITY e").append(i).append(" \"");
      dtd.append(("&e" + (i - 1) + ";").repeat(10)).append("\">");
    }
    return dtd.append("]>").append(enveloped("&e10;")).toString();
  }

  private static String entity(String address) {
    return "<!DOCTYPE b [<!ENTITY dehors SYSTEM \"" + address + "\">]>" + enveloped("&dehors;");
  }

  private String dtd() {
    return "<!DOCTYPE b SYSTEM \"" + bait.address() + "\">" + enveloped("");
  }

  private static String deep() {
    return enveloped("<a>".repeat(50_000) + "</a>".repeat(50_000));
  }

  private static String enveloped(String content) {
    return "<s:Envelope xmlns:s=\"http://www.w3.org/2003/05/soap-envelope\"><s:Body>"
        + content
        + "</s:Body></s:Envelope>";
  }
}
