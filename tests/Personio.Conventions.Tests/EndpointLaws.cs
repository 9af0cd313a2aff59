using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Personio.Client;
using Personio.Sandbox;

namespace Personio.Conventions.Tests;

/// <summary>Rules for every row of the API maps.</summary>
public sealed class EndpointLaws
{
    // Outside of the versions: the public job feed is on the career page, and PingOne's tokens come from another host.
    private static readonly Endpoint[] s_unversioned = [Endpoints.ListJobPostings, PingOne.Endpoints.CreateToken];

    // Lists without paging: those of version 1 of Personio's API, and the schemas of PingOne with their attributes.
    private static readonly Endpoint[] s_whole =
    [
        .. Endpoints.All.Where(row => row.Version == 1 || row == Endpoints.ListJobPostings),
        PingOne.Endpoints.ListSchemas, PingOne.Endpoints.ListSchemaAttributes,
    ];

    private static readonly Dictionary<string, (IReadOnlyList<Endpoint> Rows, string Versions, string Sources)> s_maps =
        new()
        {
            ["Personio"] = (Endpoints.All, "^/v[12]/", "Personio.Client"),
            ["PingOne"] = (PingOne.Endpoints.All, "^/v1/", "Personio.PingOne"),
        };

    public static TheoryData<string> Maps => new(s_maps.Keys);

    [Theory]
    [MemberData(nameof(Maps))]
    public void Every_row_has_a_unique_name_and_path(string map)
    {
        IReadOnlyList<Endpoint> rows = s_maps[map].Rows;

        Assert.NotEmpty(rows);
        Assert.Equal(rows.Count, rows.Select(row => row.Name).Distinct().Count());
        Assert.Equal(rows.Count, rows.Select(row => $"{row.Method} {row.Path}").Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Maps))]
    public void Every_row_belongs_to_a_version_of_its_API(string map) => Assert.All(
        s_maps[map].Rows.Except(s_unversioned), row => Assert.Matches(s_maps[map].Versions, row.Path));

    [Theory]
    [MemberData(nameof(Maps))]
    public void Every_paged_listing_has_a_page_size(string map) => Assert.All(
        s_maps[map].Rows.Except(s_whole).Where(row => row.Name.StartsWith("List", StringComparison.Ordinal)),
        row => Assert.InRange(row.PageSize, 28, 200));

    [Fact]
    public void Every_scope_is_for_reading_or_writing_as_the_row_is() => Assert.All(
        Endpoints.All.Where(row => row.Scope is not null),
        row => Assert.EndsWith(row.IsRead ? ":read" : ":write", row.Scope, StringComparison.Ordinal));

    [Fact]
    public void Every_row_except_those_for_tokens_has_the_noun_of_a_cmdlet()
    {
        string[] nouns = [.. Module.Cmdlets.Select(cmdlet => cmdlet.Noun)];

        Assert.Equal(
            [Endpoints.CreateToken, Endpoints.RevokeToken], Endpoints.All.Where(row => row.Noun is null));
        Assert.All(
            Endpoints.All.Where(row => row.Noun is not null), row => Assert.Contains($"Personio{row.Noun}", nouns));
        Assert.All(
            PingOne.Endpoints.All.Where(row => row.Noun is not null),
            row => Assert.Contains($"PingOne{row.Noun}", nouns));
    }

    [Fact]
    public void Every_row_with_a_scope_belongs_to_an_area_and_every_area_is_tested_by_a_listing()
    {
        Assert.All(Endpoints.All, row => Assert.Equal(row.Scope is null, row.Area is null));
        Assert.All(
            Endpoints.All.Where(row => row.Area is not null).GroupBy(row => row.Area),
            // Without a page size, a single row could not be requested.
            area => Assert.True(area.First() is { IsRead: true, PageSize: > 0 }, area.Key));
    }

    [Fact]
    public void Beta_rows_are_those_of_recruiting_and_the_lists_of_the_organization() => Assert.All(
        Endpoints.All,
        row => Assert.Equal(
            row.Path.StartsWith("/v2/recruiting/", StringComparison.Ordinal)
            || row.Path is "/v2/org-units" or "/v2/cost-centers" or "/v2/workplaces",
            row.Beta));

    [Theory]
    [MemberData(nameof(Maps))]
    public void Every_row_is_used_by_a_cmdlet(string map)
    {
        string sources = string.Concat(Module.Sources("src/Personio")
            .Concat(Module.Sources($"src/{s_maps[map].Sources}"))
            .Where(path => Path.GetFileName(path) != "Endpoints.cs")
            .Select(File.ReadAllText));

        string[] unused =
        [
            .. s_maps[map].Rows.Select(row => row.Name)
                .Where(name => !Regex.IsMatch(sources, $@"\bEndpoints\.{name}\b")),
        ];

        Assert.Empty(unused);
    }

    [Fact]
    public async Task Every_row_is_served_by_the_sandbox()
    {
        using SandboxServer sandbox = SandboxServer.Start(new SandboxOptions { PersonCount = 3 });
        using var http = new HttpClient { BaseAddress = sandbox.BaseUri };
        await LogInAsync(http, new Uri("v2/auth/token", UriKind.Relative), sandbox.ClientId, sandbox.ClientSecret);
        http.DefaultRequestHeaders.Add("Beta", "true");
        var missing = new List<string>();
        foreach (Endpoint row in Endpoints.All)
        {
            string path = row.Path.Replace("{width}", "75", StringComparison.Ordinal)
                .Replace("{id}", "1", StringComparison.Ordinal);
            using var request = new HttpRequestMessage(row.Method, path);
            request.Content = row.IsRead ? null : new StringContent("{}", Encoding.UTF8, "application/json");
            using HttpResponseMessage response = await http.SendAsync(request);
            if ((await response.Content.ReadAsStringAsync()).Contains("The endpoint with", StringComparison.Ordinal))
            {
                missing.Add(row.ToString());
            }
        }

        Assert.Empty(missing);
    }

    // With existing ids, because the response to a missing id is the same as to a missing path.
    [Fact]
    public async Task Every_row_of_PingOne_is_served_by_its_sandbox()
    {
        using SandboxServer company = SandboxServer.Start(new SandboxOptions { PersonCount = 3 });
        PingOneSandbox sandbox = company.PingOne;
        using var http = new HttpClient { BaseAddress = sandbox.ApiBaseUri };
        await LogInAsync(
            http, new Uri(sandbox.AuthBaseUri, $"{sandbox.AuthEnvironmentId}/as/token"), sandbox.ClientId,
            sandbox.ClientSecret);
        string environment = $"v1/environments/{sandbox.EnvironmentId}";
        string group = await FirstIdAsync(http, $"{environment}/groups", "groups");
        string schema = await FirstIdAsync(http, $"{environment}/schemas", "schemas");
        var missing = new List<string>();
        foreach (Endpoint row in PingOne.Endpoints.All.Except(s_unversioned))
        {
            using var request = new HttpRequestMessage(row.Method, row.Path
                .Replace("{environmentId}", sandbox.EnvironmentId, StringComparison.Ordinal)
                .Replace("{userId}", sandbox.Directory.UserIds[0], StringComparison.Ordinal)
                .Replace("{groupId}", group, StringComparison.Ordinal)
                .Replace("{schemaId}", schema, StringComparison.Ordinal));
            request.Content = row.IsRead
                ? null
                : new StringContent($$"""{"id":"{{group}}"}""", Encoding.UTF8, "application/json");
            using HttpResponseMessage response = await http.SendAsync(request);
            if (response.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed)
            {
                missing.Add($"{row}: {response.StatusCode}");
            }
        }

        Assert.Empty(missing);
    }

    private static async Task<string> FirstIdAsync(HttpClient http, string path, string rows)
    {
        using JsonDocument answer = JsonDocument.Parse(await http.GetStringAsync(new Uri(path, UriKind.Relative)));
        return answer.RootElement.GetProperty("_embedded").GetProperty(rows)[0].GetProperty("id").GetString()!;
    }

    private static async Task LogInAsync(HttpClient http, Uri endpoint, string id, string secret)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = id,
            ["client_secret"] = secret,
        });
        using HttpResponseMessage response = await http.PostAsync(endpoint, form);
        using JsonDocument answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        http.DefaultRequestHeaders.Authorization =
            new AuthenticationHeaderValue("Bearer", answer.RootElement.GetProperty("access_token").GetString());
    }
}
