package fr.socle.essais.dmp;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.xml.bind.JAXB;
import jakarta.xml.bind.JAXBElement;
import java.io.StringWriter;
import java.util.ListIterator;
import java.util.function.UnaryOperator;
import org.openehealth.ipf.commons.ihe.xds.core.stub.ebrs30.lcm.SubmitObjectsRequest;
import org.openehealth.ipf.commons.ihe.xds.core.stub.ebrs30.query.AdhocQueryRequest;
import org.openehealth.ipf.commons.ihe.xds.core.stub.ebrs30.query.AdhocQueryResponse;
import org.openehealth.ipf.commons.ihe.xds.core.stub.ebrs30.rim.ExternalIdentifierType;
import org.openehealth.ipf.commons.ihe.xds.core.stub.ebrs30.rim.IdentifiableType;
import org.openehealth.ipf.commons.ihe.xds.core.stub.ebrs30.rim.RegistryObjectListType;
import org.openehealth.ipf.commons.ihe.xds.core.stub.ebrs30.rim.RegistryObjectType;
import org.openehealth.ipf.commons.ihe.xds.core.stub.ebrs30.rim.SlotType1;

/**
 * The type of identifier that the DMP wants after the authority (dmp.md 3.3: {@code ^NH}), and that
 * IPF's model leaves out when it writes a patient.
 */
final class FrenchIdentifiers {
  private static final String UNTYPED = "\\^\\^\\^&([0-9.]+)&ISO(?=$|')";
  private static final String TYPED = "^^^&$1&ISO^NH";

  private FrenchIdentifiers() {}

  static void type(SubmitObjectsRequest request) {
    change(request.getRegistryObjectList(), value -> value.replaceAll(UNTYPED, TYPED));
  }

  /** Takes it away again, for IPF's validator, and sees that nothing else of the answer changes. */
  static void untype(AdhocQueryResponse response) {
    String before = written(response);
    change(response.getRegistryObjectList(), value -> value.replaceAll("\\^NH$", ""));
    assertThat(written(response)).isEqualTo(before.replace("&amp;ISO^NH\"", "&amp;ISO\""));
  }

  private static String written(AdhocQueryResponse response) {
    StringWriter text = new StringWriter();
    JAXB.marshal(response, text);
    return text.toString();
  }

  private static void change(RegistryObjectListType objects, UnaryOperator<String> how) {
    for (JAXBElement<? extends IdentifiableType> each : objects.getIdentifiable()) {
      if (each.getValue() instanceof RegistryObjectType object) {
        for (ExternalIdentifierType identifier : object.getExternalIdentifier()) {
          identifier.setValue(how.apply(identifier.getValue()));
        }
      }
    }
  }

  static void type(AdhocQueryRequest request) {
    for (SlotType1 slot : request.getAdhocQuery().getSlot()) {
      ListIterator<String> values = slot.getValueList().getValue().listIterator();
      while (values.hasNext()) {
        values.set(values.next().replaceAll(UNTYPED, TYPED));
      }
    }
  }
}
