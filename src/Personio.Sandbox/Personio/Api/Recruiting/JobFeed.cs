using System.Globalization;
using System.Text;
using System.Xml;
using Personio.Sandbox.Http;
using Personio.Sandbox.Tenant;

namespace Personio.Sandbox.Api;

/// <summary>The public feed of job postings: a single XML document, without authentication.</summary>
internal static class JobFeed
{
    public static Route[] Routes { get; } = [Route.Get("/xml", null, ListPositions) with { IsPublic = true }];

    private static HttpResponse ListPositions(ApiCall call)
    {
        IReadOnlyList<JobPostingRow> rows = call.Tenant.Recruiting.Postings;
        string language = call.QueryOf("language").GetValueOrDefault("language", "de");
        var body = new MemoryStream();
        using (var xml = XmlWriter.Create(
            body, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true }))
        {
            xml.WriteStartElement("workzag-jobs");
            foreach (JobPostingRow row in rows)
            {
                Write(xml, row, language);
            }

            xml.WriteEndElement();
        }

        return new HttpResponse(200, "application/xml;charset=UTF-8", body.ToArray())
        {
            Headers =
            [
                new("Last-Modified", rows.Max(row => row.CreatedAt).ToString("R", CultureInfo.InvariantCulture)),
            ],
        };
    }

    private static void Write(XmlWriter xml, JobPostingRow row, string language)
    {
        xml.WriteStartElement("position");
        xml.WriteElementString("id", row.Id.ToString(CultureInfo.InvariantCulture));
        Optional(xml, "subcompany", row.Subcompany);
        xml.WriteElementString("office", row.Office);
        xml.WriteStartElement("additionalOffices");
        Array.ForEach(row.AdditionalOffices, office => xml.WriteElementString("office", office));
        xml.WriteEndElement();
        xml.WriteElementString("department", row.Department);
        Optional(xml, "recruitingCategory", row.Category);
        xml.WriteElementString("name", row.Name);
        WriteTexts(xml, row.Texts.GetValueOrDefault(language) ?? []);
        xml.WriteElementString("employmentType", row.EmploymentType);
        xml.WriteElementString("seniority", row.Seniority);
        xml.WriteElementString("schedule", row.Schedule);
        Optional(xml, "yearsOfExperience", row.YearsOfExperience);
        Optional(xml, "keywords", row.Keywords);
        Optional(xml, "occupation", row.Occupation);
        Optional(xml, "occupationCategory", row.OccupationCategory);
        WriteSalary(xml, row);
        xml.WriteElementString(
            "createdAt", row.CreatedAt.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture));
        xml.WriteEndElement();
    }

    private static void WriteTexts(XmlWriter xml, (string Heading, string Html)[] sections)
    {
        xml.WriteStartElement("jobDescriptions");
        foreach ((string heading, string html) in sections)
        {
            xml.WriteStartElement("jobDescription");
            xml.WriteElementString("name", heading);
            xml.WriteStartElement("value");
            xml.WriteCData(html);
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void WriteSalary(XmlWriter xml, JobPostingRow row)
    {
        xml.WriteStartElement("salaryInformation");
        if (row.Salary is { } salary)
        {
            xml.WriteElementString("min", salary.Min.ToString(CultureInfo.InvariantCulture));
            xml.WriteElementString("max", salary.Max.ToString(CultureInfo.InvariantCulture));
            xml.WriteElementString("currencySymbol", "€");
            xml.WriteElementString("currencyCode", "EUR");
            xml.WriteElementString("type", salary.Type);
        }

        xml.WriteEndElement();
    }

    private static void Optional(XmlWriter xml, string name, string? value)
    {
        if (value is not null)
        {
            xml.WriteElementString(name, value);
        }
    }
}
