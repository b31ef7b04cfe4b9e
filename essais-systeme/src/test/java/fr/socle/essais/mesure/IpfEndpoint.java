package fr.socle.essais.mesure;

import jakarta.jws.WebService;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.apache.cxf.Bus;
import org.apache.cxf.BusFactory;
import org.apache.cxf.transport.servlet.CXFNonSpringServlet;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.openehealth.ipf.commons.ihe.ws.JaxWsRequestServiceFactory;
import org.openehealth.ipf.commons.ihe.ws.WsTransactionConfiguration;
import org.openehealth.ipf.commons.ihe.ws.cxf.audit.WsAuditDataset;
import org.openehealth.ipf.commons.ihe.xds.XDS;
import org.openehealth.ipf.commons.ihe.xds.core.ebxml.ebxml30.EbXMLAdhocQueryRequest30;
import org.openehealth.ipf.commons.ihe.xds.core.ebxml.ebxml30.EbXMLFactory30;
import org.openehealth.ipf.commons.ihe.xds.core.ebxml.ebxml30.EbXMLProvideAndRegisterDocumentSetRequest30;
import org.openehealth.ipf.commons.ihe.xds.core.ebxml.ebxml30.ProvideAndRegisterDocumentSetRequestType;
import org.openehealth.ipf.commons.ihe.xds.core.metadata.Document;
import org.openehealth.ipf.commons.ihe.xds.core.metadata.DocumentEntry;
import org.openehealth.ipf.commons.ihe.xds.core.requests.ProvideAndRegisterDocumentSet;
import org.openehealth.ipf.commons.ihe.xds.core.requests.QueryRegistry;
import org.openehealth.ipf.commons.ihe.xds.core.responses.QueryResponse;
import org.openehealth.ipf.commons.ihe.xds.core.responses.Response;
import org.openehealth.ipf.commons.ihe.xds.core.responses.Status;
import org.openehealth.ipf.commons.ihe.xds.core.stub.ebrs30.query.AdhocQueryRequest;
import org.openehealth.ipf.commons.ihe.xds.core.stub.ebrs30.query.AdhocQueryResponse;
import org.openehealth.ipf.commons.ihe.xds.core.stub.ebrs30.rs.RegistryResponseType;
import org.openehealth.ipf.commons.ihe.xds.core.transform.requests.ProvideAndRegisterDocumentSetTransformer;
import org.openehealth.ipf.commons.ihe.xds.core.transform.requests.QueryRegistryTransformer;
import org.openehealth.ipf.commons.ihe.xds.core.transform.responses.QueryResponseTransformer;
import org.openehealth.ipf.commons.ihe.xds.core.transform.responses.ResponseTransformer;
import org.openehealth.ipf.commons.ihe.xds.iti18.Iti18PortType;
import org.openehealth.ipf.commons.ihe.xds.iti41.Iti41PortType;

/**
 * A repository and a registry of IPF on CXF, over TLS, in a process of its own: messages are read
 * into its model, the bytes too, and nothing is kept but the last entry, which every search finds.
 */
final class IpfEndpoint implements AutoCloseable {
  private final ServerProcess process;

  private IpfEndpoint(ServerProcess process) {
    this.process = process;
  }

  static IpfEndpoint start(Path folder) throws IOException, InterruptedException {
    Path store = BareJetty.keyStore(folder.resolve("ipf.p12"));
    return new IpfEndpoint(ServerProcess.start(IpfEndpoint.class, store.toString()));
  }

  URI address() {
    return process.address();
  }

  @Override
  public void close() {
    process.close();
  }

  /** The server itself. */
  public static void main(String[] arguments) throws Exception {
    Server server = new Server();
    SslContextFactory.Server tls = new SslContextFactory.Server();
    tls.setKeyStorePath(arguments[0]);
    tls.setKeyStorePassword("mesure");
    HttpConfiguration configuration = new HttpConfiguration();
    configuration.addCustomizer(new SecureRequestCustomizer(false));
    ServerConnector connector =
        new ServerConnector(
            server,
            new SslConnectionFactory(tls, "http/1.1"),
            new HttpConnectionFactory(configuration));
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    ServletContextHandler context = new ServletContextHandler();
    CXFNonSpringServlet servlet = new CXFNonSpringServlet();
    ServletHolder holder = new ServletHolder(servlet);
    holder.setInitOrder(1);
    context.addServlet(holder, "/services/*");
    server.setHandler(context);
    server.start();
    Bus bus = servlet.getBus();
    BusFactory.setDefaultBus(bus);
    Kept kept = new Kept();
    publish(
        XDS.Interactions.ITI_41.getWsTransactionConfiguration(),
        "/repository",
        new Repository(kept));
    publish(
        XDS.Interactions.ITI_18.getWsTransactionConfiguration(), "/registry", new Registry(kept));
    System.out.println("https://127.0.0.1:" + connector.getLocalPort() + "/services/");
    server.join();
  }

  private static <A extends WsAuditDataset> void publish(
      WsTransactionConfiguration<A> configuration, String path, Object port) {
    // IPF's servers are not started when they are made.
    new JaxWsRequestServiceFactory<>(configuration, path, null, null, null, null)
        .createServerFactory(port)
        .create()
        .start();
  }

  /** The last entry. */
  private static final class Kept {
    private volatile DocumentEntry entry = new DocumentEntry();
  }

  /** ITI-41. */
  @WebService(targetNamespace = "urn:ihe:iti:xds-b:2007")
  public static final class Repository implements Iti41PortType {
    private final EbXMLFactory30 ebxml = new EbXMLFactory30();
    private final Kept kept;

    private Repository(Kept kept) {
      this.kept = kept;
    }

    @Override
    public RegistryResponseType documentRepositoryProvideAndRegisterDocumentSetB(
        ProvideAndRegisterDocumentSetRequestType body) {
      ProvideAndRegisterDocumentSet set =
          new ProvideAndRegisterDocumentSetTransformer(ebxml)
              .fromEbXML(new EbXMLProvideAndRegisterDocumentSetRequest30(body));
      for (Document document : set.getDocuments()) {
        try {
          document.getDataHandler().writeTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
          return new ResponseTransformer(ebxml).toEbXML(new Response(Status.FAILURE)).getInternal();
        }
        kept.entry = document.getDocumentEntry();
      }
      return new ResponseTransformer(ebxml).toEbXML(new Response(Status.SUCCESS)).getInternal();
    }
  }

  /** ITI-18. */
  @WebService(targetNamespace = "urn:ihe:iti:xds-b:2007")
  public static final class Registry implements Iti18PortType {
    private final EbXMLFactory30 ebxml = new EbXMLFactory30();
    private final Kept kept;

    private Registry(Kept kept) {
      this.kept = kept;
    }

    @Override
    public AdhocQueryResponse documentRegistryRegistryStoredQuery(AdhocQueryRequest body) {
      QueryRegistry query =
          new QueryRegistryTransformer(ebxml).fromEbXML(new EbXMLAdhocQueryRequest30(body));
      QueryResponse response = new QueryResponse(Status.SUCCESS);
      if (query.getQuery() != null) {
        response.setDocumentEntries(List.of(kept.entry));
      }
      return new QueryResponseTransformer(ebxml).toEbXML(response).getInternal();
    }
  }
}
