namespace Personio.Sandbox.Tenant;

/// <summary>
/// Combines common first and last names, German and international. Any resemblance to real persons is coincidental.
/// </summary>
internal sealed class CommonNames(int seed, string part = "names")
{
    private static readonly string[] s_women =
    [
        "Anna", "Laura", "Julia", "Lena", "Sophie", "Katharina", "Marie", "Lisa", "Hannah", "Johanna", "Sabine",
        "Petra", "Claudia", "Birgit", "Franziska", "Miriam", "Jana", "Theresa", "Ayşe", "Elif", "Magdalena",
        "Agnieszka", "Elena", "Giulia", "Camille", "Zoë", "Emily", "Grace", "Priya", "Mei", "Fatima", "Ingrid",
        "Svenja", "Zeynep",
    ];

    private static readonly string[] s_men =
    [
        "Lukas", "Jonas", "Maximilian", "Felix", "Paul", "Jan", "Tobias", "Stefan", "Thomas", "Andreas", "Jürgen",
        "Björn", "Sebastian", "Florian", "Matthias", "Michael", "Philipp", "Moritz", "Emre", "Mehmet", "Piotr",
        "Łukasz", "Marco", "Luca", "José", "Mateo", "James", "Daniel", "Arjun", "Wei", "Omar", "Lars", "Søren",
        "Niklas",
    ];

    private static readonly string[] s_german =
    [
        "Müller", "Schmidt", "Schneider", "Fischer", "Weber", "Meyer", "Wagner", "Becker", "Schulz", "Hoffmann",
        "Schäfer", "Koch", "Bauer", "Richter", "Klein", "Wolf", "Schröder", "Neumann", "Schwarz", "Zimmermann",
        "Braun", "Krüger", "Hartmann", "Lange", "Werner", "Krause", "Lehmann", "Köhler", "Maier", "König", "Huber",
        "Gruber", "Weiß", "Groß",
    ];

    private static readonly string[] s_families =
    [
        .. s_german,
        "Yılmaz", "Kaya", "Demir", "Nowak", "Kowalski", "Wiśniewska", "Novák", "Horvat", "Popescu", "Rossi",
        "Ferrari", "García", "Martín", "Silva", "Dubois", "Laurent", "de Vries", "Jansen", "Nielsen", "Lindström",
        "Smith", "Johnson", "Brown", "Patel", "Singh", "Nguyen", "Chen", "Kim", "Haddad", "Okafor",
    ];

    private readonly Dice _dice = new(seed, part);

    public string First(bool isWoman) => _dice.Pick(isWoman ? s_women : s_men);

    /// <summary>A last name; some are double names.</summary>
    public string Last()
    {
        string name = _dice.Pick(s_families);
        string other = _dice.Pick(s_german);
        return _dice.Next(20) == 0 && other != name && s_german.Contains(name) ? $"{name}-{other}" : name;
    }

    /// <summary>A name of a woman or a man, at random.</summary>
    public (string First, string Last, bool IsWoman) Next()
    {
        bool isWoman = _dice.Chance(50);
        return (First(isWoman), Last(), isWoman);
    }
}
