using System.Globalization;

namespace Personio.Sandbox.Tenant;

/// <summary>Creates the documents of persons and applications.</summary>
internal sealed class DocumentBuilder(int seed, TenantCalendar calendar, CompanyWords words)
{
    public const int FirstId = 7781;
    private const int FirstCategory = 7;

    private static readonly string[] s_signatures =
    [
        "signed", "pending", "declined", "canceled", "expired", "failed", "email_bounced", "status_unspecified",
    ];

    private readonly Dice _dice = new(seed, "documents");

    public static void AddCategories(Table<NamedRow> categories, CompanyWords words)
    {
        for (int i = 0; i < words.DocumentCategories.Count; i++)
        {
            categories.Add(new NamedRow { Id = Number(FirstCategory + i), Name = words.DocumentCategories[i] });
        }
    }

    /// <summary>
    /// The first person has a file of every kind, the others a few. Persons have a first day of work, applications do
    /// not.
    /// </summary>
    public void AddTo(Table<DocumentRow> documents, IReadOnlyList<(string Id, DateOnly? Start)> owners)
    {
        for (int i = 0; i < owners.Count; i++)
        {
            IReadOnlyList<FileWords> files = owners[i].Start is null ? words.ApplicationFiles : words.Files;
            int count = i == 0 ? files.Count : words.IsHostile ? _dice.Next(4) : 1 + _dice.Next(3);
            for (int turn = 0; turn < count; turn++)
            {
                int place = words.IsHostile ? turn + (i * 5) : turn == 0 ? 0 : turn + (i % 4);
                documents.Add(Create(documents.Rows.Count, owners[i], files[place % files.Count]));
            }
        }
    }

    private DocumentRow Create(int index, (string Id, DateOnly? Start) owner, FileWords file)
    {
        int age = Age(file, owner.Start);
        return new DocumentRow
        {
            Id = Number(FirstId + index),
            Owner = owner.Id,
            Name = file.Name,
            FileName = file.Name,
            Date = calendar.Today.AddDays(-age),
            Comment = words.DocumentComments[index % words.DocumentComments.Count],
            CategoryId = Number(FirstCategory + Category(file)),
            DocumentType = file.ContentType,
            ContentType = file.ContentType,

            Size = Size(index),
            CreatedAt = calendar.At(-age, 8 + _dice.Next(9), _dice.Next(60)),
            VirusScan = !words.IsHostile ? "safe" : index % 9 == 5 ? "unsafe" : index % 9 == 7 ? "unknown" : "safe",
            Signature = Signature(index, file),
        };
    }

    // Contracts are signed before the first day of work.
    private int Age(FileWords file, DateOnly? start)
    {
        int age = 1 + _dice.Next(699);
        int worked = start is { } day ? calendar.Today.DayNumber - day.DayNumber : age;
        return words.IsHostile ? age
            : file == words.Files[0] ? Math.Max(1, worked + 14)
            : Math.Clamp(age, 1, Math.Max(1, worked));
    }

    private int Category(FileWords file) =>
        words.IsHostile ? _dice.Next(words.DocumentCategories.Count) : file.Category;

    // Of the hostile files, one exceeds any buffer that it might be read into, and one is empty.
    private int Size(int index) => !words.IsHostile ? 20_000 + _dice.Next(60_000)
        : index == 0 ? 3_000_000 : index == 2 ? 0 : 200 + _dice.Next(60_000);

    private string? Signature(int index, FileWords file) => words.IsHostile
        ? index % 2 == 0 ? s_signatures[index / 2 % s_signatures.Length] : null
        : file.Category != 0 ? null : index % 8 == 3 ? "pending" : "signed";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
