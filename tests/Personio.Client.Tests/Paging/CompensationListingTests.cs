using Personio.Client.Tests.Support;
using Personio.Models;

namespace Personio.Client.Tests.Paging;

public sealed class CompensationListingTests
{
    private const string Path = "GET /v2/compensations";
    private const string TooMuch =
        """{"errors":[{"title":"Unprocessable Content","type":"compensations.unprocessable_content"}]}""";

    [Fact]
    public async Task A_result_too_large_for_all_is_requested_in_batches_of_fifty_persons()
    {
        using TestSession scene = await TestSession.OpenAsync();
        scene.Network
            .Always("GET /v2/persons", _ => Answer.Persons(1, 60))
            .Always(Path, request => Answered(request, most: 50));

        IReadOnlyList<Compensation> rows = await scene.Client.ListAllAsync<Compensation>(Listing);

        Assert.Equal(Enumerable.Range(1, 60), rows.Select(row => int.Parse(row.PersonId!, null)));
        Assert.Equal([0, 50, 10], Asked(scene));
    }

    [Fact]
    public async Task A_batch_that_is_still_too_large_is_halved_and_its_size_is_not_tried_again()
    {
        using TestSession scene = await TestSession.OpenAsync();
        scene.Network
            .Always("GET /v2/persons", _ => Answer.Persons(1, 4))
            .Always(Path, request => Answered(request, most: 2));

        IReadOnlyList<Compensation> first = await scene.Client.ListAllAsync<Compensation>(Listing);
        IReadOnlyList<Compensation> second = await scene.Client.ListAllAsync<Compensation>(Listing);

        Assert.Equal(["1", "2", "3", "4"], first.Select(row => row.PersonId));
        Assert.Equal(["1", "2", "3", "4"], second.Select(row => row.PersonId));
        Assert.Equal([0, 4, 2, 2, 2, 2], Asked(scene));
        Assert.Single(scene.Network.Calls, call => call.Path.StartsWith("/v2/persons", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_list_of_persons_is_requested_in_batches_of_the_size_that_was_served()
    {
        using TestSession scene = await TestSession.OpenAsync();
        scene.Network.Always(Path, request => Answered(request, most: 12));
        string[] persons = [.. Enumerable.Range(1, 50).Select(id => $"{id}")];
        string[] months = ["2026-04-01", "2026-05-01", "2026-06-01"];

        foreach (string month in months)
        {
            IReadOnlyList<Compensation> rows = await scene.Client.ListAllAsync<Compensation>(
                Endpoints.ListCompensations.For().With("start_date", month).WithAny("person.id", persons));
            Assert.Equal(persons, rows.Select(row => row.PersonId));
        }

        Assert.Equal(
            [50, 25, 12, 12, 1, 12, 12, 1, 12, 12, 12, 12, 2, 12, 12, 12, 12, 2], Asked(scene));
    }

    [Fact]
    public async Task One_person_with_too_much_data_is_an_error_that_says_what_to_do()
    {
        using TestSession scene = await TestSession.OpenAsync();
        scene.Network.Always(Path, _ => Answer.Json(TooMuch, 422));

        PersonioException fault = await Refusal.OfAsync(
            () => scene.Client.ListAllAsync<Compensation>(Listing.WithAny("person.id", ["1"])));

        Assert.Equal(ErrorKind.InvalidRequest, fault.Kind);
        Assert.Contains("fewer persons", fault.Message, StringComparison.Ordinal);
        Assert.Single(scene.Network.Calls);
    }

    [Fact]
    public async Task Without_rights_to_persons_the_first_refusal_is_returned()
    {
        using TestSession scene = await TestSession.OpenAsync();
        scene.Network
            .Always("GET /v2/persons", _ => Answer.Problem(403))
            .Always(Path, _ => Answer.Json(TooMuch, 422));

        PersonioException fault = await Refusal.OfAsync(() => scene.Client.ListAllAsync<Compensation>(Listing));

        Assert.Equal(422, fault.StatusCode);
    }

    private static ApiRequest Listing => Endpoints.ListCompensations.For().With("start_date", "2026-05-01");

    private static int[] Asked(TestSession scene) =>
    [
        .. scene.Network.Calls.Where(call => call.Path.StartsWith("/v2/comp", StringComparison.Ordinal))
            .Select(Persons).Select(persons => persons.Length),
    ];

    private static HttpResponseMessage Answered(SentRequest request, int most) =>
        Persons(request) is { Length: > 0 } persons && persons.Length <= most
            ? Answer.Page(persons.Select(id => $$$"""{"id":"c-{{{id}}}","person":{"id":"{{{id}}}"}}"""))
            : Answer.Json(TooMuch, 422);

    private static string[] Persons(SentRequest request) => request.Query
        .Where(pair => pair.Key == "person.id").SelectMany(pair => pair.Value.Split(',')).ToArray();
}
