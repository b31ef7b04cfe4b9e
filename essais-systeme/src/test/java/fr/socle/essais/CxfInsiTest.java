package fr.socle.essais;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.bench.client.BenchClient;
import fr.socle.bench.client.api.Exchange;
import fr.socle.bench.client.api.Patient;
import fr.socle.bench.client.api.PatientRequest;
import fr.socle.bench.client.api.SpaceDescriptor;
import fr.socle.bench.client.api.SpaceDescriptor.KeyStoreDescription;
import fr.socle.bench.client.api.Window;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.tools.ToolProvider;
import org.apache.cxf.configuration.jsse.TLSClientParameters;
import org.apache.cxf.endpoint.Client;
import org.apache.cxf.frontend.ClientProxy;
import org.apache.cxf.tools.common.ToolContext;
import org.apache.cxf.tools.wsdlto.WSDLToJava;
import org.apache.cxf.transport.http.HTTPConduit;
import org.junit.jupiter.api.Test;

/** A JAX-WS client that CXF generates from the served WSDL, over mutual TLS. */
class CxfInsiTest {
  private static final String RESULT = "fr.essai.insi.resultat.RESULTAT";

  @Test
  void findsAnInsWithAClientGeneratedFromTheServedWsdl() throws Exception {
    Path folder = Files.createTempDirectory("socle-cxf");
    try (SocleProcess socle = SocleProcess.up(folder.resolve("banc"))) {
      BenchClient bench = socle.client();
      SpaceDescriptor space = socle.space();
      Window window = bench.openWindow(space.id(), "CXF");
      Patient patient = bench.createPatient(space.id(), new PatientRequest("nom-compose"));
      SSLContext mutual = ClientTls.context(space, "insi-manu");

      ClassLoader generated = generate(space, mutual, folder);
      Object result = search(generated, space, mutual, patient);

      Object cr = get(result, "getCR");
      assertThat(get(cr, "getCodeCR")).isEqualTo("00");
      Object active = get(get(result, "getINDIVIDU"), "getINSACTIF");
      assertThat(get(get(active, "getIdIndividu"), "getNumIdentifiant"))
          .isEqualTo(patient.ins().matricule());
      assertThat(get(active, "getOID")).isEqualTo(patient.ins().oid());
      assertThat(bench.exchanges(space.id(), 0, window.id()).exchanges())
          .extracting(Exchange::transaction)
          .contains("INSi WS_INS2");
    }
  }

  /** Runs wsdl2java on the address a developer would give it, then javac. */
  private static ClassLoader generate(SpaceDescriptor space, SSLContext mutual, Path folder)
      throws Exception {
    HttpsURLConnection.setDefaultSSLSocketFactory(mutual.getSocketFactory());
    SSLContext.setDefault(mutual);
    Path sources = folder.resolve("sources");
    Path classes = Files.createDirectories(folder.resolve("classes"));
    new WSDLToJava(
            new String[] {
              "-d",
              sources.toString(),
              "-exsh",
              "true",
              "-p",
              "http://www.cnamts.fr/webservice=fr.essai.insi",
              "-p",
              "http://www.cnamts.fr/INSiResultat=fr.essai.insi.resultat",
              "-p",
              "http://www.cnamts.fr/INSiRecSans=fr.essai.insi.recsans",
              "-p",
              "http://www.cnamts.fr/INSiRecVit=fr.essai.insi.recvit",
              "-p",
              "urn:siram:lps:ctxlps=fr.essai.insi.ctxlps",
              "-p",
              "urn:siram:bam:ctxbam=fr.essai.insi.ctxbam",
              space.urls().get("insi.wsdl")
            })
        .run(new ToolContext());
    List<String> arguments =
        new ArrayList<>(List.of("-proc:none", "-nowarn", "-d", classes.toString()));
    arguments.addAll(List.of("-cp", System.getProperty("java.class.path")));
    try (Stream<Path> files = Files.walk(sources)) {
      files.filter(f -> f.toString().endsWith(".java")).map(Path::toString).forEach(arguments::add);
    }
    int compiled =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, arguments.toArray(String[]::new));
    assertThat(compiled).isZero();
    return new URLClassLoader(
        new URL[] {classes.toUri().toURL()}, CxfInsiTest.class.getClassLoader());
  }

  private static Object search(
      ClassLoader generated, SpaceDescriptor space, SSLContext mutual, Patient patient)
      throws Exception {
    Class<?> serviceType = generated.loadClass("fr.essai.insi.ICIRV1");
    Object service = serviceType.getConstructor().newInstance();
    Object port = get(service, "getICIRService");
    ((jakarta.xml.ws.BindingProvider) port)
        .getRequestContext()
        .put(
            jakarta.xml.ws.BindingProvider.ENDPOINT_ADDRESS_PROPERTY,
            space.urls().get("insi.certificate"));
    Client client = ClientProxy.getClient(port);
    TLSClientParameters tls = new TLSClientParameters();
    tls.setSSLSocketFactory(mutual.getSocketFactory());
    ((HTTPConduit) client.getConduit()).setTlsClientParameters(tls);

    Object request =
        generated.loadClass("fr.essai.insi.recsans.RECSANSVITALE").getConstructor().newInstance();
    set(request, "setNomNaissance", patient.birthName());
    list(request, "getPrenom").add(patient.birthFirstNames().get(0));
    set(request, "setSexe", patient.sex());
    set(request, "setDateNaissance", patient.birthDate());
    Method operation =
        Stream.of(port.getClass().getInterfaces())
            .flatMap(i -> Stream.of(i.getMethods()))
            .filter(m -> m.getName().equals("rechercherInsAvecTraitsIdentite"))
            .findFirst()
            .orElseThrow();
    Object[] arguments = new Object[operation.getParameterCount()];
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = argument(operation.getParameterTypes()[i], request, space);
    }
    Object result = operation.invoke(port, arguments);
    assertThat(result.getClass().getName()).isEqualTo(RESULT);
    return result;
  }

  private static Object argument(Class<?> type, Object request, SpaceDescriptor space)
      throws Exception {
    if (type.isInstance(request)) {
      return request;
    }
    return switch (type.getSimpleName()) {
      case "ContexteLPS" -> lps(type, space);
      case "ContexteBAM" -> bam(type, space);
      case "AttributedURIType", "AttributedURI" -> {
        Object id = type.getConstructor().newInstance();
        set(id, "setValue", "uuid:" + UUID.randomUUID());
        yield id;
      }
      case "String" -> "uuid:" + UUID.randomUUID();
      default -> null;
    };
  }

  private static Object lps(Class<?> type, SpaceDescriptor space) throws Exception {
    Object context = type.getConstructor().newInstance();
    common(context, space, "01_00");
    Object lps = inner(context, "LPS");
    Object idam = inner(lps, "IDAM");
    set(idam, "setValue", space.lps().idam());
    set(idam, "setR", "4");
    set(lps, "setVersion", "1.0");
    set(lps, "setInstance", UUID.randomUUID().toString());
    set(lps, "setNom", "urn:lps:cxf:1.0");
    return context;
  }

  private static Object bam(Class<?> type, SpaceDescriptor space) throws Exception {
    Object context = type.getConstructor().newInstance();
    common(context, space, "01_02");
    inner(context, "COUVERTURE");
    return context;
  }

  private static void common(Object context, SpaceDescriptor space, String version)
      throws Exception {
    set(context, "setVersion", version);
    set(context, "setId", UUID.randomUUID().toString());
    set(
        context,
        "setTemps",
        javax.xml.datatype.DatatypeFactory.newInstance()
            .newXMLGregorianCalendar(java.time.Instant.now().toString()));
    KeyStoreDescription holder = ClientTls.keyStore(space, "insi-manu");
    String ou = holder.subject().replaceAll(".*OU=([^,]+).*", "$1");
    set(context, "setEmetteur", ou);
  }

  /** Creates the member of a generated class and sets it. */
  private static Object inner(Object owner, String member) throws Exception {
    Method setter =
        Stream.of(owner.getClass().getMethods())
            .filter(m -> m.getName().equals("set" + member))
            .findFirst()
            .orElseThrow();
    Object value = setter.getParameterTypes()[0].getConstructor().newInstance();
    setter.invoke(owner, value);
    return value;
  }

  private static Object get(Object owner, String getter) throws Exception {
    return owner.getClass().getMethod(getter).invoke(owner);
  }

  @SuppressWarnings("unchecked")
  private static List<Object> list(Object owner, String getter) throws Exception {
    return (List<Object>) get(owner, getter);
  }

  private static void set(Object owner, String setter, Object value) throws Exception {
    for (Method method : owner.getClass().getMethods()) {
      if (method.getName().equals(setter)) {
        method.invoke(owner, value);
        return;
      }
    }
    throw new NoSuchMethodException(owner.getClass() + "." + setter);
  }
}
