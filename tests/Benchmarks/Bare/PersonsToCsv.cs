using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Personio.Benchmarks.Bare;

/// <summary>
/// The lower bound for <c>Get-PersonioPerson | Export-Csv</c>: the same pages, read into typed objects, and byte for
/// byte the same file. If the columns of Person change, change them here as well.
/// </summary>
internal static class PersonsToCsv
{
    private static readonly string[] s_heads =
    [
        "PersonId", "DisplayName", "FirstName", "LastName", "PreferredName", "Email", "Status", "Gender", "CreatedAt",
        "UpdatedAt", "EmploymentIds", "CustomAttributes",
    ];

    private static readonly JsonSerializerOptions s_json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
    };

    public static async Task RunAsync(string path)
    {
        using BareApi api = await BareApi.LoginAsync();
        await using var file = new StreamWriter(path, append: false, new UTF8Encoding(false));
        await file.WriteLineAsync(string.Join(',', s_heads.Select(head => $"\"{head}\"")));
        IReadOnlyDictionary<string, string?>? labels = null;
        string? next = "v2/persons?limit=50";
        while (next is not null)
        {
            BarePage<BarePerson> page =
                JsonSerializer.Deserialize<BarePage<BarePerson>>(await api.GetAsync(next), s_json)!;
            foreach (BarePerson person in page.Data)
            {
                if (labels is null && person.CustomAttributes?.Exists(attribute => attribute.Label is null) == true)
                {
                    labels = await LabelsAsync(api);
                }

                Write(file, person, labels);
            }

            next = page.Meta.Links?.Next?.Href;
        }
    }

    // A missing label is in the catalog.
    private static async Task<IReadOnlyDictionary<string, string?>> LabelsAsync(BareApi api) =>
        JsonSerializer.Deserialize<BareCatalog>(await api.GetAsync("v1/company/employees/attributes"), s_json)!
            .Data.ToDictionary(entry => entry.Key, entry => entry.Label);

    private static BareAttribute Labeled(BareAttribute attribute, IReadOnlyDictionary<string, string?>? labels) =>
        attribute is { Label: null, Id: { } id } && labels?.GetValueOrDefault(id) is { } label
            ? attribute with { Label = label }
            : attribute;

    private static void Write(StreamWriter file, BarePerson person, IReadOnlyDictionary<string, string?>? labels)
    {
        ReadOnlySpan<string?> cells =
        [
            person.Id, person.DisplayName, person.FirstName, person.LastName, person.PreferredName, person.Email,
            person.Status, person.Gender, person.CreatedAt?.ToString(CultureInfo.CurrentCulture),
            person.UpdatedAt?.ToString(CultureInfo.CurrentCulture),
            string.Join("; ", (person.Employments ?? []).Select(employment => employment.Id)),
            string.Join("; ", (person.CustomAttributes ?? []).Select(attribute => Labeled(attribute, labels))),
        ];
        for (int i = 0; i < cells.Length; i++)
        {
            if (i > 0)
            {
                file.Write(',');
            }

            if (cells[i] is { } text)
            {
                file.Write('"');
                file.Write(text.Replace("\"", "\"\"", StringComparison.Ordinal));
                file.Write('"');
            }
        }

        file.WriteLine();
    }
}
