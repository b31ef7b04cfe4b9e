package fr.socle.insi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.socle.bench.Bench;
import fr.socle.bench.BenchOptions;
import fr.socle.bench.client.api.Finding;
import fr.socle.bench.client.api.Patient;
import fr.socle.bench.client.api.PatientRequest;
import fr.socle.bench.client.api.SpaceDescriptor;
import fr.socle.bench.client.api.SpaceDescriptor.KeyStoreDescription;
import fr.socle.bench.client.api.SpaceRequest;
import jakarta.xml.soap.MessageFactory;
import jakarta.xml.soap.SOAPConstants;
import jakarta.xml.soap.SOAPMessage;
import jakarta.xml.ws.BindingProvider;
import jakarta.xml.ws.Dispatch;
import jakarta.xml.ws.Service;
import jakarta.xml.ws.soap.SOAPFaultException;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import javax.xml.namespace.QName;
import javax.xml.transform.stream.StreamSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A JAX-WS client of Apache CXF loads the published contract and calls the service by it. */
class ForeignStackTest {
  private static final QName SERVICE = new QName("http://www.cnamts.fr/webservice", "ICIR-v1");
  private static final QName PORT = new QName("http://www.cnamts.fr/webservice", "ICIRService");
  private static final String ACTION =
      "urn:ServiceIdentiteCertifiee:1.0.0:rechercherInsAvecTraitsIdentite";

  private static Bench bench;
  private static SpaceDescriptor space;

  @BeforeAll
  static void start(@TempDir Path pki) {
    bench = Bench.start(BenchOptions.builder().services(new InsiMock()).pkiDirectory(pki).build());
    space = bench.createSpace(new SpaceRequest(null, null, Map.of()));
  }

  @AfterAll
  static void stop() {
    bench.close();
  }

  @Test
  void itFindsAnIdentityAndBreaksNoRule() throws Exception {
    Patient patient = bench.createPatient(space.id(), new PatientRequest("apostrophe"));
    SOAPMessage answer =
        dispatch()
            .invoke(
                message(
                    Requests.example()
                        .replace("MOQUETTE", patient.birthName())
                        .replace(">ALIX<", ">" + patient.firstNameUsed() + "<")
                        .replace(">F<", ">" + patient.sex() + "<")
                        .replace("1988-02-29", patient.birthDate())
                        .replace("75056", patient.birthPlace())));

    assertThat(answer.getSOAPBody().getTextContent()).contains(patient.ins().matricule());
    assertThat(bench.findings(space.id(), null)).extracting(Finding::rule).isEmpty();
  }

  @Test
  void itFindsAnIdentityByCardToo() throws Exception {
    Patient patient = bench.createPatient(space.id(), new PatientRequest("historique"));
    KeyStoreDescription store =
        space.keyStores().stream()
            .filter(each -> each.name().equals("cps-authentification"))
            .findFirst()
            .orElseThrow();
    CardAssertion card = CardAssertion.of(store.pkcs12(), store.password());
    Instant now = Instant.now();
    String message =
        BenchOnTheWire.about(
            patient,
            card.name(),
            Requests.vitale(card.professional(now), card.vitale(now, "0000000001")));

    SOAPMessage answer =
        dispatch("urn:ServiceIdentiteCertifiee:1.0.0:rechercherInsAvecCarteVitale")
            .invoke(message(message));

    // CXF reads the message and writes it again: the signature must survive.
    assertThat(answer.getSOAPBody().getTextContent()).contains(patient.ins().matricule());
  }

  @Test
  void itReadsAFaultOfEachFamilyAsAFault() throws Exception {
    for (String[] broken : new String[][] {{"SOCLE0000001", "INCONNU"}, {">F<", ">X<"}}) {
      SOAPMessage message = message(Requests.example().replace(broken[0], broken[1]));

      SOAPFaultException fault =
          catchThrowableOfType(SOAPFaultException.class, () -> dispatch().invoke(message));

      assertThat(fault.getFault().getFaultCodeAsQName()).isEqualTo(SOAPConstants.SOAP_SENDER_FAULT);
      assertThat(fault.getFault().getDetail().getTextContent()).contains("simulateur");
    }
  }

  private static Dispatch<SOAPMessage> dispatch() throws Exception {
    return dispatch(ACTION);
  }

  private static Dispatch<SOAPMessage> dispatch(String action) throws Exception {
    Service service = Service.create(URI.create(space.urls().get("insi.wsdl")).toURL(), SERVICE);
    Dispatch<SOAPMessage> dispatch =
        service.createDispatch(PORT, SOAPMessage.class, Service.Mode.MESSAGE);
    Map<String, Object> context = dispatch.getRequestContext();
    context.put(BindingProvider.SOAPACTION_USE_PROPERTY, true);
    context.put(BindingProvider.SOAPACTION_URI_PROPERTY, action);
    return dispatch;
  }

  private static SOAPMessage message(String text) throws Exception {
    SOAPMessage message =
        MessageFactory.newInstance(SOAPConstants.SOAP_1_2_PROTOCOL).createMessage();
    message
        .getSOAPPart()
        .setContent(
            new StreamSource(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))));
    return message;
  }
}
