package org.tocsin.asset;

import io.quarkus.oidc.AuthorizationCodeFlow;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.tocsin.party.Caller;
import org.tocsin.party.CurrentCaller;
import org.tocsin.party.Role;
import org.tocsin.time.Now;
import org.tocsin.web.Tongue;
import org.tocsin.web.paging.Slice;

/** An inventory for people: the operator's own; any, for who sees all and says whose. */
@Path("/assets")
@AuthorizationCodeFlow
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Role.OPERATOR, Role.LIAISON, Role.AUDITOR})
public class AssetPages {

    /** A line of the list. */
    public record Line(AssetDocument asset, String href, Risk risk, List<PostureProblem> problems) {
    }

    private static final int PAGE = 50;
    private static final int DEEPEST = 6;
    private static final int USUAL_DEPTH = 2;
    private static final int REPORTS = 20;

    private final CurrentCaller caller;
    private final AssetRegister register;
    private final Instance<AssetReports> reports;
    private final Now now;

    AssetPages(CurrentCaller caller, AssetRegister register, Instance<AssetReports> reports, Now now) {
        this.caller = caller;
        this.register = register;
        this.reports = reports;
        this.now = now;
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance list(@QueryParam("q") String text, @QueryParam("kind") String kind, @QueryParam("after") String after,
            @QueryParam("organisation") String organisation, @QueryParam("told") String told) {
        Caller reader = reader();
        Slice<AssetDocument> page = register.page(reader, AssetQuery.of(blankToNull(organisation), kind, text, after, PAGE));
        LocalDate today = today();
        List<Line> lines = page.items().stream().map(asset -> new Line(asset, address(organisation, asset.ref()),
                asset.kind().keepsTime() ? Risk.of(asset, today, Limits.USUAL.riskHolds()) : null,
                PostureProblem.of(asset, today, Limits.USUAL.patchHolds()))).toList();
        String next = page.next() == null ? null : Address.of("/assets", "q", text, "kind", kind, "organisation", organisation,
                "after", lines.get(lines.size() - 1).asset().ref());
        return AssetTemplates.assets(lines, AssetChoices.kinds(), orEmpty(text), orEmpty(kind), orEmpty(organisation), next,
                after == null, reader.is(Role.OPERATOR) && blankToNull(organisation) == null, AssetTold.of(told));
    }

    @GET
    @Path("/entry/{ref}")
    @Operation(hidden = true)
    public TemplateInstance asset(@PathParam("ref") String ref, @QueryParam("organisation") String organisation,
            @QueryParam("direction") @DefaultValue("both") String direction, @QueryParam("depth") String depth,
            @QueryParam("told") String told) {
        Caller reader = reader();
        String whose = blankToNull(organisation);
        AssetRegister.Read read = register.get(reader, whose, ref);
        int deep = depth != null && depth.matches("[1-" + DEEPEST + "]") ? Integer.parseInt(depth) : USUAL_DEPTH;
        Set<Direction> directions = switch (direction) {
            case "up" -> Set.of(Direction.UP);
            case "down" -> Set.of(Direction.DOWN);
            default -> Set.of(Direction.UP, Direction.DOWN);
        };
        Neighbourhood around = register.graph(reader, whose, ref, directions, deep);
        String owner = around.asset().organisation();
        Function<Listed, String> links = reader.seesAll()
                ? listed -> address(listed.organisation(), listed.ref())
                : listed -> address(null, listed.ref());
        AssetDocument asset = read.asset();
        return AssetTemplates.asset(new AssetView(owner, asset, AssetView.facts(asset),
                asset.kind().keepsTime() ? Risk.of(asset, today(), Limits.USUAL.riskHolds()) : null,
                PostureProblem.of(asset, today(), Limits.USUAL.patchHolds()), read.writtenBy(), read.writtenAt(),
                reader.is(Role.OPERATOR) && owner.equals(reader.organisation()),
                GraphPicture.of(around, links),
                new AssetView.Around(direction, deep, around.deeper() && deep < DEEPEST, around.cut(),
                        around.nodes().isEmpty() && around.edges().isEmpty()),
                reports.stream().flatMap(each -> each.about(reader, owner, ref, REPORTS).stream()).toList()), AssetTold.of(told));
    }

    /** Liaisons and auditors read these pages in English. */
    private Caller reader() {
        Caller reader = caller.get();
        if (reader.seesAll()) {
            Tongue.english();
        }
        return reader;
    }

    /** @param organisation null for the reader's own */
    static String address(String organisation, String ref) {
        return Address.of("/assets/entry/" + ref, "organisation", organisation);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(now.instant(), ZoneOffset.UTC);
    }

    private static String orEmpty(String text) {
        return Objects.requireNonNullElse(text, "");
    }

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
