package fr.socle.essais;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.bench.client.api.SpaceDescriptor;
import jakarta.xml.ws.BindingProvider;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

/** The classes that CXF makes of the served WSDL, by their names: they exist at run time only. */
final class GeneratedInsi {
  private final ClassLoader classes;

  private GeneratedInsi(ClassLoader classes) {
    this.classes = classes;
  }

  /** Runs wsdl2java on the address a developer would give it, then javac. */
  static GeneratedInsi from(SpaceDescriptor space, SSLContext mutual, Path folder)
      throws Exception {
    HttpsURLConnection.setDefaultSSLSocketFactory(mutual.getSocketFactory());
    SSLContext.setDefault(mutual);
    Path sources = folder.resolve("sources");
    Path classes = Files.createDirectories(folder.resolve("classes"));
    new WSDLToJava(
            new String[] {
              "-d",
              sources.toString(),
              // CXF otherwise binds MessageID to a class of its own that it then does not find.
              "-noAddressBinding",
              "-p",
              "http://www.w3.org/2005/08/addressing=fr.essai.insi.wsa",
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
    return new GeneratedInsi(
        new URLClassLoader(
            new URL[] {classes.toUri().toURL()}, GeneratedInsi.class.getClassLoader()));
  }

  /** A port at an address, over this TLS. */
  Object port(String address, SSLContext context) throws Exception {
    Object port = get(create("fr.essai.insi.ICIRV1"), "getICIRService");
    ((BindingProvider) port)
        .getRequestContext()
        .put(BindingProvider.ENDPOINT_ADDRESS_PROPERTY, address);
    Client client = ClientProxy.getClient(port);
    TLSClientParameters tls = new TLSClientParameters();
    tls.setSSLSocketFactory(context.getSocketFactory());
    ((HTTPConduit) client.getConduit()).setTlsClientParameters(tls);
    return port;
  }

  /** A new object of a generated class. */
  Object create(String type) throws Exception {
    return classes.loadClass(type).getConstructor().newInstance();
  }

  /** Operations of the port type. */
  List<String> operations() throws Exception {
    return Stream.of(classes.loadClass("fr.essai.insi.ICIRService").getMethods())
        .map(Method::getName)
        .toList();
  }

  /** Calls an operation; what it throws is thrown as it is. */
  Object call(Object port, String name, Arguments arguments) throws Exception {
    Method operation =
        Stream.of(port.getClass().getInterfaces())
            .flatMap(i -> Stream.of(i.getMethods()))
            .filter(m -> m.getName().equals(name))
            .findFirst()
            .orElseThrow();
    Object[] values = new Object[operation.getParameterCount()];
    for (int i = 0; i < values.length; i++) {
      values[i] = arguments.of(operation.getParameterTypes()[i]);
    }
    try {
      return operation.invoke(port, values);
    } catch (InvocationTargetException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    }
  }

  /** What stands for each parameter of an operation, by its type. */
  interface Arguments {
    Object of(Class<?> type) throws Exception;
  }

  /** Creates the member of a generated class and sets it. */
  static Object inner(Object owner, String member) throws Exception {
    Method setter =
        Stream.of(owner.getClass().getMethods())
            .filter(m -> m.getName().equals("set" + member))
            .findFirst()
            .orElseThrow();
    Object value = setter.getParameterTypes()[0].getConstructor().newInstance();
    setter.invoke(owner, value);
    return value;
  }

  static Object get(Object owner, String getter) throws Exception {
    return owner.getClass().getMethod(getter).invoke(owner);
  }

  @SuppressWarnings("unchecked")
  static List<Object> list(Object owner, String getter) throws Exception {
    return (List<Object>) get(owner, getter);
  }

  static void set(Object owner, String setter, Object value) throws Exception {
    for (Method method : owner.getClass().getMethods()) {
      if (method.getName().equals(setter)) {
        method.invoke(owner, value);
        return;
      }
    }
    throw new NoSuchMethodException(owner.getClass() + "." + setter);
  }
}
