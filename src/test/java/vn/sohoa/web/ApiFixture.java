package vn.sohoa.web;

import java.nio.file.Path;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import vn.sohoa.access.AccessFixture;
import vn.sohoa.access.Looks;
import vn.sohoa.access.Visitor;
import vn.sohoa.dossier.Role;
import vn.sohoa.reuse.DeliverReusable;
import vn.sohoa.workflow.EvidenceFixture;
import vn.sohoa.workflow.WorkFolders;

/** One controller of the API with the house's answers to failures, without a server. */
public final class ApiFixture {
    private ApiFixture() {}

    public static MockMvc with(Object controller) {
        return MockMvcBuilders.standaloneSetup(controller)
                .setCustomArgumentResolvers(new VisitorArgument())
                .defaultRequest(MockMvcRequestBuilders.get("/")
                        .requestAttr(Visitor.class.getName(), AccessFixture.visitor("H15.12", Role.PROCESSING_OFFICER)))
                .setControllerAdvice(new ProblemAdvice())
                .build();
    }

    public static Handout handout(DeliverReusable deliver, Looks looks, Path folder) {
        return new Handout(deliver, EvidenceFixture.unsigned(folder), WorkFolders.under(folder), looks);
    }
}
