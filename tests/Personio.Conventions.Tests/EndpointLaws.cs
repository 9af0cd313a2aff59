using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Personio.Client;
using Personio.Sandbox;

namespace Personio.Conventions.Tests;

/// <summary>What every row of the map of the API keeps to.</summary>
public sealed class EndpointLaws
{
    [Fact]
    public void Every_row_has_a_name_and_a_place_of_its_own()
    {
        Assert.NotEmpty(Endpoints.All);
        Assert.Equal(Endpoints.All.Count, Endpoints.All.Select(row => row.Name).Distinct().Count());
        Assert.Equal(Endpoints.All.Count, Endpoints.All.Select(row => $"{row.Method} {row.Path}").Distinct().Count());
    }

    [Fact]
    public void Every_row_belongs_to_version_1_or_2() => Assert.All(
        // The public job feed is on the career page, not in the API.
        Endpoints.All.Where(row => row != Endpoints.ListJobPostings), row => Assert.Matches("^/v[12]/", row.Path));

    [Fact]
    public void Every_listing_of_version_2_knows_its_page_size() => Assert.All(
        Endpoints.All.Where(row => row.Name.StartsWith("List", StringComparison.Ordinal) && row.Version == 2),
        row => Assert.InRange(row.PageSize, 28, 200));

    [Fact]
    public void Every_scope_reads_where_the_row_reads_and_writes_where_it_writes() => Assert.All(
        Endpoints.All.Where(row => row.Scope is not null),
        row => Assert.EndsWith(row.IsRead ? ":read" : ":write", row.Scope, StringComparison.Ordinal));

    [Fact]
    public void Every_row_but_those_of_tokens_is_about_something_that_a_cmdlet_is_about()
    {
        string[] nouns = [.. Module.Cmdlets.Select(cmdlet => cmdlet.Noun)];

        Assert.Equal(
            [Endpoints.CreateToken, Endpoints.RevokeToken], Endpoints.All.Where(row => row.Noun is null));
        Assert.All(Endpoints.All.Where(row => row.Noun is not null), row => Assert.Contains($"Personio{row.Noun}", nouns));
        Assert.All(
            PingOne.Endpoints.All.Where(row => row.Noun is not null), row => Assert.Contains($"PingOne{row.Noun}", nouns));
    }

    [Fact]
    public void Every_row_that_takes_a_scope_belongs_to_an_area_and_every_area_is_tried_by_a_listing()
    {
        Assert.All(Endpoints.All, row => Assert.Equal(row.Scope is null, row.Area is null));
        Assert.All(
            Endpoints.All.Where(row => row.Area is not null).GroupBy(row => row.Area),
            // Without a page size it could not be asked for one row alone.
            area => Assert.True(area.First() is { IsRead: true, PageSize: > 0 }, area.Key));
    }

    [Fact]
    public void Beta_rows_are_those_of_recruiting_and_the_lists_of_the_organization() => Assert.All(
        Endpoints.All,
        row => Assert.Equal(
            row.Path.StartsWith("/v2/recruiting/", StringComparison.Ordinal)
            || row.Path is "/v2/org-units" or "/v2/cost-centers" or "/v2/workplaces",
            row.Beta));

    [Fact]
    public void Every_row_is_used_by_a_cmdlet()
    {
        string sources = string.Concat(Module.Sources("src/Personio").Concat(Module.Sources("src/Personio.Client"))
            .Where(path => Path.GetFileName(path) != "Endpoints.cs")
            .Select(File.ReadAllText));

        string[] unused =
        [
            .. Endpoints.All.Select(row => row.Name)
                .Where(name => !Regex.IsMatch(sources, $@"\bEndpoints\.{name}\b")),
        ];

        Assert.Empty(unused);
    }

    [Fact]
    public async Task Every_row_is_served_by_the_sandbox()
    {
        using SandboxServer sandbox = SandboxServer.Start(new SandboxOptions { PersonCount = 3 });
        using var http = new HttpClient { BaseAddress = sandbox.BaseUri };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await TokenAsync(http, sandbox));
        http.DefaultRequestHeaders.Add("Beta", "true");
        var missing = new List<string>();
        foreach (Endpoint row in Endpoints.All)
        {
            using var request = new HttpRequestMessage(row.Method, row.Path.Replace("{width}", "75", StringComparison.Ordinal)
                .Replace("{id}", "1", StringComparison.Ordinal));
            request.Content = row.IsRead ? null : new StringContent("{}", Encoding.UTF8, "application/json");
            using HttpResponseMessage response = await http.SendAsync(request);
            if ((await response.Content.ReadAsStringAsync()).Contains("The endpoint with", StringComparison.Ordinal))
            {
                missing.Add(row.ToString());
            }
        }

        Assert.Empty(missing);
    }

    private static async Task<string> TokenAsync(HttpClient http, SandboxServer sandbox)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = sandbox.ClientId,
            ["client_secret"] = sandbox.ClientSecret,
        });
        using HttpResponseMessage response = await http.PostAsync(new Uri("v2/auth/token", UriKind.Relative), form);
        using JsonDocument answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        return answer.RootElement.GetProperty("access_token").GetString()!;
    }
}
