package fr.socle.dmp.protocol;

import fr.socle.dmp.service.DmpCaller;
import fr.socle.dmp.service.PatientId;
import fr.socle.dmp.service.Vihf;
import fr.socle.dmp.service.VihfAttribute;
import fr.socle.dmp.service.VihfControl;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The view of a call that the journal keeps and people read. */
final class DecodedView {
  private DecodedView() {}

  static Map<String, Object> of(
      DmpRequest request,
      @Nullable DmpOperation operation,
      @Nullable DmpCaller caller,
      Map<VihfControl, String> failed,
      DmpReply reply) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("service", request.service());
    put(view, "operation", operation == null ? null : operation.contract().name());
    view.put("soap", request.soap().version().number());
    put(view, "messageId", request.messageId());
    Vihf vihf = request.vihf();
    if (vihf != null && caller != null) {
      view.put("vihf", vihf(vihf, caller));
    }
    if (!failed.isEmpty()) {
      Map<String, Object> controls = new LinkedHashMap<>();
      for (VihfControl control : VihfControl.values()) {
        put(controls, control.settingName(), failed.get(control));
      }
      view.put("controlesEchoues", controls);
    }
    if (!reply.decoded().isEmpty()) {
      view.put("reponse", reply.decoded());
    }
    return view;
  }

  private static Map<String, Object> vihf(Vihf vihf, DmpCaller caller) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("mode", caller.mode().name());
    view.put("acces", caller.purpose().code());
    put(view, "raison", vihf.text(VihfAttribute.REASON).orElse(null));
    put(view, "porteur", caller.nationalId());
    put(view, "structure", caller.structure());
    put(view, "profession", caller.profession());
    put(view, "patient", vihf.patient().map(PatientId::composite).orElse(null));
    put(view, "emis", vihf.issueInstant());
    Vihf.Signature signature = vihf.signature();
    String defect = signature == null ? null : signature.defect();
    view.put("signature", signature == null ? "absente" : defect == null ? "valable" : defect);
    if (caller.secret()) {
      view.put("connexionSecrete", true);
    }
    return view;
  }

  private static void put(Map<String, Object> view, String name, @Nullable String value) {
    if (value != null && !value.isEmpty()) {
      view.put(name, value);
    }
  }
}
