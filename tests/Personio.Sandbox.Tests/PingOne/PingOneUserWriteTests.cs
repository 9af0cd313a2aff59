using System.Text.Json;
using System.Text.Json.Nodes;

namespace Personio.Sandbox.Tests.PingOne;

public sealed class PingOneUserWriteTests
{
    [Fact]
    public async Task A_new_user_is_returned_completely_with_its_location()
    {
        using PingOneSandboxClient visitor = await PingOneSandboxClient.LoginAsync();

        Reply reply = await visitor.SendAsync("POST", "/users",
            """{"username":"ilka.b","email":"ilka@example.org","externalId":"20417","enabled":false"""
            + ""","name":{"given":"Ilka","family":"Brömse"},"department":"Netze"}""");

        Assert.Equal(201, reply.Status);
        string id = reply.Json.GetProperty("id").GetString()!;
        Assert.Equal($"{visitor.Environment}/users/{id}", reply.Header("Location"));
        Assert.False(reply.Json.GetProperty("enabled").GetBoolean());
        Assert.Equal("Netze", reply.Json.GetProperty("department").GetString());
        Assert.Equal(
            visitor.Server.Directory.PopulationIds["Staff"],
            reply.Json.GetProperty("population").GetProperty("id").GetString());
        Assert.False(reply.Json.TryGetProperty("title", out _));
        Assert.Equal(["POST"], visitor.Server.Directory.Ledger.Select(entry => entry.Method));
    }

    [Theory]
    [InlineData("""{"email":"a@example.org"}""", "REQUIRED_VALUE username")]
    [InlineData("""{"username":""}""", "EMPTY_VALUE username")]
    [InlineData("""{"username":"directory.ADMIN"}""", "UNIQUENESS_VIOLATION username")]
    [InlineData("""{"username":7}""", "INVALID_VALUE username")]
    [InlineData("""{"username":"a","email":"no address"}""", "INVALID_VALUE email")]
    [InlineData("""{"username":"a","name":{"family":"Meier, Dr. (x)"}}""", "INVALID_VALUE name.family")]
    [InlineData("""{"username":"a","name":"Meier"}""", "INVALID_VALUE name")]
    [InlineData("""{"username":"a","timezone":"America/Argentina/Ushuaia"}""", "INVALID_VALUE timezone")]
    [InlineData("""{"username":"a","address":{"countryCode":"de"}}""", "INVALID_VALUE address.countryCode")]
    [InlineData("""{"username":"a","mobilePhone":"none"}""", "INVALID_VALUE mobilePhone")]
    [InlineData("""{"username":"a","enabled":"no"}""", "INVALID_VALUE enabled")]
    [InlineData("""{"username":"a","population":{"id":"x"}}""", "INVALID_VALUE population.id")]
    public async Task An_invalid_value_is_refused(string body, string detail)
    {
        using PingOneSandboxClient visitor = await PingOneSandboxClient.LoginAsync();

        Reply reply = await visitor.SendAsync("POST", "/users", body);

        Assert.Equal((400, "INVALID_DATA"), (reply.Status, PingOneSandboxClient.Code(reply)));
        Assert.Equal([detail], PingOneSandboxClient.Details(reply));
        Assert.Empty(visitor.Server.Directory.Ledger);
    }

    [Fact]
    public async Task Every_violation_of_a_request_is_reported()
    {
        using PingOneSandboxClient visitor = await PingOneSandboxClient.LoginAsync();

        Reply reply = await visitor.SendAsync("POST", "/users",
            $$$"""{"username":"{{{new string('u', 129)}}}","email":"x","title":"","name":{"family":"A/B"}}""");

        Assert.Equal(
            ["SIZE_LIMIT_EXCEEDED username", "INVALID_VALUE email", "EMPTY_VALUE title", "INVALID_VALUE name.family"],
            PingOneSandboxClient.Details(reply));
    }

    [Fact]
    public async Task Unknown_and_disabled_attributes_are_silently_dropped()
    {
        using PingOneSandboxClient visitor = await PingOneSandboxClient.LoginAsync();
        visitor.Server.Directory.SetAttribute("nickname", enabled: false);

        Reply reply = await visitor.SendAsync("POST", "/users",
            """{"username":"a","costCenter":"4711","nickname":"Al","id":"x","emailVerified":true,"mfaEnabled":true}""");

        Assert.Equal(201, reply.Status);
        Assert.DoesNotContain("4711", reply.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("nickname", reply.Body, StringComparison.Ordinal);
        Assert.NotEqual("x", reply.Json.GetProperty("id").GetString());
    }

    [Fact]
    public async Task A_patch_merges_objects_and_null_clears()
    {
        using PingOneSandboxClient visitor = await PingOneSandboxClient.LoginAsync();
        string id = visitor.Server.Directory.AddUser(
            """{"username":"a","title":"Old","nickname":"Al","name":{"given":"Ada","family":"Vorher"}}""");

        Reply reply = await visitor.SendAsync(
            "PATCH", $"/users/{id}", """{"title":"New","nickname":null,"name":{"family":"Nachher"}}""");

        Assert.Equal(200, reply.Status);
        Assert.Equal("New", reply.Json.GetProperty("title").GetString());
        Assert.Equal("Ada", reply.Json.GetProperty("name").GetProperty("given").GetString());
        Assert.Equal("Nachher", reply.Json.GetProperty("name").GetProperty("family").GetString());
        Assert.False(reply.Json.TryGetProperty("nickname", out _));
    }

    [Fact]
    public async Task A_put_clears_what_it_does_not_name()
    {
        using PingOneSandboxClient visitor = await PingOneSandboxClient.LoginAsync();
        string id = visitor.Server.Directory.AddUser("""{"username":"a","title":"Old","department":"Netze"}""");

        Reply reply = await visitor.SendAsync("PUT", $"/users/{id}", """{"username":"a"}""");
        Reply cleared = await visitor.SendAsync("PATCH", $"/users/{id}", """{"username":null}""");

        Assert.False(reply.Json.TryGetProperty("department", out _));
        Assert.Equal(["REQUIRED_VALUE username"], PingOneSandboxClient.Details(cleared));
    }

    [Fact]
    public async Task The_schema_decides_on_custom_attributes()
    {
        using PingOneSandboxClient visitor = await PingOneSandboxClient.LoginAsync();
        visitor.Server.Directory.SetAttribute("badge", unique: true, pattern: "^[0-9]{4}$");
        visitor.Server.Directory.SetAttribute("skills", multiValued: true);
        visitor.Server.Directory.SetAttributeValues("shift", ["early", "late"], ["night"]);

        Assert.Equal(201, (await visitor.SendAsync("POST", "/users",
            """{"username":"a","badge":"0042","skills":["a","b"],"shift":"late"}""")).Status);
        Reply reply = await visitor.SendAsync("POST", "/users",
            """{"username":"b","badge":"0042","skills":"a","shift":"night"}""");
        Reply pattern = await visitor.SendAsync("POST", "/users", """{"username":"c","badge":"x"}""");

        Assert.Equal(
            ["INVALID_VALUE skills", "INVALID_VALUE shift", "UNIQUENESS_VIOLATION badge"],
            PingOneSandboxClient.Details(reply));
        Assert.Contains("allowedPattern", pattern.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Enabling_and_moving_have_separate_resources()
    {
        using PingOneSandboxClient visitor = await PingOneSandboxClient.LoginAsync();
        string id = visitor.Server.Directory.AddUser("""{"username":"a"}""");
        string externals = visitor.Server.Directory.PopulationIds["Externals"];

        Reply off = await visitor.SendAsync("PUT", $"/users/{id}/enabled", """{"enabled":false}""");
        Reply again = await visitor.SendAsync("PUT", $"/users/{id}/enabled", """{"enabled":false}""");
        Reply moved = await visitor.SendAsync("PUT", $"/users/{id}/population", $$"""{"id":"{{externals}}"}""");
        JsonElement user = (await visitor.GetAsync($"/users/{id}")).Json;

        Assert.Equal((200, 200, 200), (off.Status, again.Status, moved.Status));
        Assert.False(user.GetProperty("enabled").GetBoolean());
        Assert.False(user.GetProperty("account").GetProperty("canAuthenticate").GetBoolean());
        Assert.Equal(externals, user.GetProperty("population").GetProperty("id").GetString());
    }

    [Theory]
    [InlineData("{\"username\":\"a\"}", "text/plain", 415)]
    [InlineData("{\"username\":", "application/json", 400)]
    [InlineData("[]", "application/json", 400)]
    public async Task A_body_that_is_not_a_JSON_object_is_refused(string body, string type, int status)
    {
        using PingOneSandboxClient visitor = await PingOneSandboxClient.LoginAsync();

        Reply reply = await visitor.SendAsync("POST", "/users", body, type);

        Assert.Equal((status, "INVALID_REQUEST"), (reply.Status, PingOneSandboxClient.Code(reply)));
    }

    [Fact]
    public async Task Settings_change_what_a_new_user_needs_and_gets()
    {
        using PingOneSandboxClient visitor = await PingOneSandboxClient.LoginAsync(options =>
        {
            options.EmailRequired = true;
            options.DefaultPopulation = false;
            options.EnabledInPost = false;
            options.DroppedAttributes = "title";
        });
        string staff = visitor.Server.Directory.PopulationIds["Staff"];

        Reply refused = await visitor.SendAsync("POST", "/users", """{"username":"a"}""");
        JsonNode made = JsonNode.Parse((await visitor.SendAsync("POST", "/users",
            $$$"""{"username":"a","email":"a@example.org","enabled":false"""
            + $$$""","title":"T","population":{"id":"{{{staff}}}"}}""")).Body)!;

        Assert.Equal(["REQUIRED_VALUE email", "REQUIRED_VALUE population.id"], PingOneSandboxClient.Details(refused));
        Assert.True(made["enabled"]!.GetValue<bool>());
        Assert.Null(made["title"]);
    }

    [Fact]
    public async Task A_lost_response_leaves_the_user_that_was_created()
    {
        using PingOneSandboxClient visitor = await PingOneSandboxClient.LoginAsync();
        visitor.Server.AddFault(new SandboxFault
        {
            Method = "POST", Kind = FaultKind.ResetBeforeResponse, AfterProcessing = true,
        });

        await Assert.ThrowsAsync<HttpRequestException>(
            () => visitor.SendAsync("POST", "/users", """{"username":"lost"}"""));

        Assert.NotNull(visitor.Server.Directory.FindUserJsonByName("LOST"));
    }
}
