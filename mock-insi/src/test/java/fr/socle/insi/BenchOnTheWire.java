package fr.socle.insi;

import fr.socle.bench.Bench;
import fr.socle.bench.client.api.Patient;
import fr.socle.bench.client.api.PatientRequest;
import fr.socle.bench.client.api.SpaceDescriptor;
import fr.socle.bench.client.api.SpaceDescriptor.KeyStoreDescription;
import fr.socle.bench.client.api.SpaceRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A space of a real bench and the messages a software would send to it. */
record BenchOnTheWire(Bench bench, SpaceDescriptor space) {

  static BenchOnTheWire open(Bench bench, Map<String, String> settings) {
    return new BenchOnTheWire(bench, bench.createSpace(new SpaceRequest(null, null, settings)));
  }

  KeyStoreDescription store(String identity) {
    return space.keyStores().stream()
        .filter(each -> each.name().equals(identity))
        .findFirst()
        .orElseThrow();
  }

  CardAssertion card(String identity) throws Exception {
    return CardAssertion.of(store(identity).pkcs12(), store(identity).password());
  }

  /** Posts to a listener without client certificate. */
  HttpResponse<String> post(String listener, String contentType, String body, String... headers)
      throws Exception {
    return RawClient.trusting(space.caFile())
        .post(space.urls().get(listener), contentType, body, headers);
  }

  /** Posts with the certificate of an organisation. */
  HttpResponse<String> postAs(String identity, String contentType, String body) throws Exception {
    KeyStoreDescription store = store(identity);
    return RawClient.presenting(store.pkcs12(), store.password(), space.caFile())
        .post(space.urls().get("insi.certificate"), contentType, body);
  }

  /** Searches by traits, in clear. */
  HttpResponse<String> search(
      String birthName, String firstName, String sex, String birthDate, @Nullable String place)
      throws Exception {
    return post(
        "insi.clear",
        Requests.CONTENT_TYPE,
        Requests.about(birthName, firstName, sex, birthDate, place));
  }

  /** Searches a new patient of the space by the door of the assertions, with these. */
  HttpResponse<String> searchWith(String sender, String... assertions) throws Exception {
    Patient patient = bench.createPatient(space.id(), new PatientRequest(null));
    String message =
        assertions.length == 0
            ? Requests.example()
            : Requests.secured(Requests.example(), assertions);
    return post("insi.assertion", Requests.CONTENT_TYPE, about(patient, sender, message));
  }

  String unit(String identity) {
    Matcher unit = Pattern.compile("OU=([^,]+)").matcher(store(identity).subject());
    if (!unit.find()) {
      throw new IllegalStateException("no OU: " + identity);
    }
    return unit.group(1);
  }

  /** A message of the examples about a patient, sent by somebody. */
  static String about(Patient patient, String sender, String message) {
    return message
        .replaceAll("(<(?:lps|bam):Emetteur>)[^<]+", "$1" + sender)
        .replace("MOQUETTE", patient.birthName())
        .replace(">ALIX<", ">" + patient.firstNameUsed() + "<")
        .replace(">F<", ">" + patient.sex() + "<")
        .replace("1988-02-29", patient.birthDate())
        .replace("75056<", patient.birthPlace() + "<")
        .replace("<rv:Cle>37", "<rv:Cle>" + patient.ins().key())
        .replace("2880275056123", patient.ins().matricule());
  }
}
