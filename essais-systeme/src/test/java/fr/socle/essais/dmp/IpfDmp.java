package fr.socle.essais.dmp;

import fr.socle.bench.client.api.SpaceDescriptor;
import jakarta.xml.ws.BindingProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.namespace.QName;
import org.apache.cxf.binding.soap.SoapHeader;
import org.apache.cxf.configuration.jsse.TLSClientParameters;
import org.apache.cxf.frontend.ClientProxy;
import org.apache.cxf.headers.Header;
import org.apache.cxf.transport.http.HTTPConduit;
import org.openehealth.ipf.commons.ihe.ws.JaxWsRequestClientFactory;
import org.openehealth.ipf.commons.ihe.ws.WsTransactionConfiguration;
import org.openehealth.ipf.commons.ihe.ws.cxf.audit.WsAuditDataset;
import org.openehealth.ipf.commons.ihe.xds.XDS;
import org.openehealth.ipf.commons.ihe.xds.core.ebxml.EbXMLAdhocQueryRequest;
import org.openehealth.ipf.commons.ihe.xds.core.ebxml.ebxml30.EbXMLFactory30;
import org.openehealth.ipf.commons.ihe.xds.core.ebxml.ebxml30.EbXMLQueryResponse30;
import org.openehealth.ipf.commons.ihe.xds.core.ebxml.ebxml30.EbXMLRegistryResponse30;
import org.openehealth.ipf.commons.ihe.xds.core.ebxml.ebxml30.EbXMLRetrieveDocumentSetResponse30;
import org.openehealth.ipf.commons.ihe.xds.core.requests.ProvideAndRegisterDocumentSet;
import org.openehealth.ipf.commons.ihe.xds.core.requests.QueryRegistry;
import org.openehealth.ipf.commons.ihe.xds.core.requests.RegisterDocumentSet;
import org.openehealth.ipf.commons.ihe.xds.core.requests.RetrieveDocumentSet;
import org.openehealth.ipf.commons.ihe.xds.core.responses.QueryResponse;
import org.openehealth.ipf.commons.ihe.xds.core.responses.Response;
import org.openehealth.ipf.commons.ihe.xds.core.responses.RetrievedDocumentSet;
import org.openehealth.ipf.commons.ihe.xds.core.stub.ebrs30.lcm.SubmitObjectsRequest;
import org.openehealth.ipf.commons.ihe.xds.core.stub.ebrs30.query.AdhocQueryRequest;
import org.openehealth.ipf.commons.ihe.xds.core.transform.requests.ProvideAndRegisterDocumentSetTransformer;
import org.openehealth.ipf.commons.ihe.xds.core.transform.requests.QueryRegistryTransformer;
import org.openehealth.ipf.commons.ihe.xds.core.transform.requests.RegisterDocumentSetTransformer;
import org.openehealth.ipf.commons.ihe.xds.core.transform.requests.RetrieveDocumentSetRequestTransformer;
import org.openehealth.ipf.commons.ihe.xds.core.transform.responses.QueryResponseTransformer;
import org.openehealth.ipf.commons.ihe.xds.core.transform.responses.ResponseTransformer;
import org.openehealth.ipf.commons.ihe.xds.core.transform.responses.RetrieveDocumentSetResponseTransformer;
import org.openehealth.ipf.commons.ihe.xds.core.validate.responses.QueryResponseValidator;
import org.openehealth.ipf.commons.ihe.xds.core.validate.responses.RegistryResponseValidator;
import org.openehealth.ipf.commons.ihe.xds.core.validate.responses.RetrieveDocumentSetResponseValidator;
import org.openehealth.ipf.commons.ihe.xds.iti18.Iti18PortType;
import org.openehealth.ipf.commons.ihe.xds.iti41.Iti41PortType;
import org.openehealth.ipf.commons.ihe.xds.iti43.Iti43PortType;
import org.openehealth.ipf.commons.ihe.xds.iti57.Iti57PortType;

/**
 * A software whose XDS is that of IPF: its contracts and its CXF clients, its metadata model, its
 * validators on what comes back. The VIHF is added as a header.
 */
public final class IpfDmp {
  private static final QName SECURITY =
      new QName(
          "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd",
          "Security",
          "wsse");

  private final EbXMLFactory30 ebxml = new EbXMLFactory30();
  private final String base;
  private final DmpCard card;
  private final String patient;

  /**
   * A client of a space.
   *
   * @param patient patient, {@code INS^^^&OID&ISO^NH}
   */
  IpfDmp(SpaceDescriptor space, DmpCard card, String patient) {
    this(space.urls().get("dmp"), card, patient);
  }

  /** A client of an address, below which the services are. */
  public IpfDmp(String base, DmpCard card, String patient) {
    this.base = base;
    this.card = card;
    this.patient = patient;
  }

  /** ITI-41. */
  Response provide(ProvideAndRegisterDocumentSet set) throws Exception {
    var request = new ProvideAndRegisterDocumentSetTransformer(ebxml).toEbXML(set);
    FrenchIdentifiers.type(request.getInternal().getSubmitObjectsRequest());
    var answer =
        new EbXMLRegistryResponse30(
            port(Iti41PortType.class, XDS.Interactions.ITI_41, "repository")
                .documentRepositoryProvideAndRegisterDocumentSetB(request.getInternal()));
    RegistryResponseValidator.getInstance().validate(answer, XDS.Interactions.ITI_41);
    return new ResponseTransformer(ebxml).fromEbXML(answer);
  }

  /** ITI-18. */
  QueryResponse query(QueryRegistry query) throws Exception {
    EbXMLAdhocQueryRequest<AdhocQueryRequest> request =
        new QueryRegistryTransformer(ebxml).toEbXML(query);
    FrenchIdentifiers.type(request.getInternal());
    EbXMLQueryResponse30 answer = ask(request);
    FrenchIdentifiers.untype(answer.getInternal());
    QueryResponseValidator.getInstance().validate(answer, XDS.Interactions.ITI_18);
    return new QueryResponseTransformer(ebxml).fromEbXML(answer);
  }

  /** ITI-18 as it is, its answer not validated. */
  EbXMLQueryResponse30 ask(EbXMLAdhocQueryRequest<AdhocQueryRequest> query) throws Exception {
    return new EbXMLQueryResponse30(
        port(Iti18PortType.class, XDS.Interactions.ITI_18, "registry")
            .documentRegistryRegistryStoredQuery(query.getInternal()));
  }

  /** ITI-43. */
  RetrievedDocumentSet retrieve(RetrieveDocumentSet wanted) throws Exception {
    var request = new RetrieveDocumentSetRequestTransformer(ebxml).toEbXML(wanted);
    var answer =
        new EbXMLRetrieveDocumentSetResponse30(
            port(Iti43PortType.class, XDS.Interactions.ITI_43, "repository")
                .documentRepositoryRetrieveDocumentSet(request.getInternal()));
    RetrieveDocumentSetResponseValidator.getInstance().validate(answer, XDS.Interactions.ITI_43);
    return new RetrieveDocumentSetResponseTransformer(ebxml).fromEbXML(answer);
  }

  /** ITI-57. */
  Response update(RegisterDocumentSet set) throws Exception {
    return update(new RegisterDocumentSetTransformer(ebxml).toEbXML(set).getInternal());
  }

  /** ITI-57 as it is. */
  Response update(SubmitObjectsRequest request) throws Exception {
    FrenchIdentifiers.type(request);
    var answer =
        new EbXMLRegistryResponse30(
            port(Iti57PortType.class, XDS.Interactions.ITI_57, "registry")
                .documentRegistryUpdateDocumentSet(request));
    RegistryResponseValidator.getInstance().validate(answer, XDS.Interactions.ITI_57);
    return new ResponseTransformer(ebxml).fromEbXML(answer);
  }

  /** A port with a VIHF of now. */
  public <T> T port(Class<T> type, XDS.Interactions interaction, String service) throws Exception {
    T port = type.cast(client(interaction.getWsTransactionConfiguration(), base + service));
    ((BindingProvider) port)
        .getRequestContext()
        .put(
            Header.HEADER_LIST,
            // CXF adds those of WS-Addressing.
            new ArrayList<>(
                List.of(
                    new SoapHeader(
                        SECURITY, WsseSecurity.around(DmpVihf.element(card, patient))))));
    TLSClientParameters tls = new TLSClientParameters();
    tls.setSSLSocketFactory(card.tls().getSocketFactory());
    ((HTTPConduit) ClientProxy.getClient(port).getConduit()).setTlsClientParameters(tls);
    return port;
  }

  private static <A extends WsAuditDataset> Object client(
      WsTransactionConfiguration<A> configuration, String address) {
    return new JaxWsRequestClientFactory<>(
            configuration, address, null, null, null, List.of(), Map.of(), null, null, null)
        .getClient();
  }
}
