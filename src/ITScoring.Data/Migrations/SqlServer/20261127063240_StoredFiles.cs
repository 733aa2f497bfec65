using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ITScoring.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class StoredFiles : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_EvidenceUses_EvidenceId_QuestionCode",
                table: "EvidenceUses");

            migrationBuilder.AddColumn<string>(
                name: "Part",
                table: "EvidenceUses",
                type: "nvarchar(64)",
                maxLength: 64,
                nullable: false,
                defaultValue: "",
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<int>(
                name: "Position",
                table: "EvidenceUses",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "FileId",
                table: "Evidence",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "FileName",
                table: "Evidence",
                type: "nvarchar(300)",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "ReplacesId",
                table: "Evidence",
                type: "int",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "StoredFiles",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    AgencyId = table.Column<int>(type: "int", nullable: false),
                    Sha256 = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: false),
                    Size = table.Column<long>(type: "bigint", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    UploadedById = table.Column<int>(type: "int", nullable: false),
                    UploadedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    LastUsedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Scan = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    ScanTries = table.Column<int>(type: "int", nullable: false),
                    NextScanAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ScannedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Malware = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true),
                    DeletedAt = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StoredFiles", x => x.Id);
                    table.ForeignKey(
                        name: "FK_StoredFiles_Agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_StoredFiles_Users_UploadedById",
                        column: x => x.UploadedById,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_EvidenceUses_EvidenceId_QuestionCode_Part",
                table: "EvidenceUses",
                columns: new[] { "EvidenceId", "QuestionCode", "Part" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Evidence_FileId",
                table: "Evidence",
                column: "FileId");

            migrationBuilder.CreateIndex(
                name: "IX_StoredFiles_AgencyId_Sha256",
                table: "StoredFiles",
                columns: new[] { "AgencyId", "Sha256" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_StoredFiles_Scan_NextScanAt",
                table: "StoredFiles",
                columns: new[] { "Scan", "NextScanAt" });

            migrationBuilder.CreateIndex(
                name: "IX_StoredFiles_Sha256",
                table: "StoredFiles",
                column: "Sha256");

            migrationBuilder.AddForeignKey(
                name: "FK_Evidence_Evidence_ReplacesId",
                table: "Evidence",
                column: "ReplacesId",
                principalTable: "Evidence",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Evidence_StoredFiles_FileId",
                table: "Evidence",
                column: "FileId",
                principalTable: "StoredFiles",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Evidence_Evidence_ReplacesId",
                table: "Evidence");

            migrationBuilder.DropForeignKey(
                name: "FK_Evidence_StoredFiles_FileId",
                table: "Evidence");

            migrationBuilder.DropTable(
                name: "StoredFiles");

            migrationBuilder.DropIndex(
                name: "IX_EvidenceUses_EvidenceId_QuestionCode_Part",
                table: "EvidenceUses");

            migrationBuilder.DropIndex(
                name: "IX_Evidence_FileId",
                table: "Evidence");

            migrationBuilder.DropColumn(
                name: "Part",
                table: "EvidenceUses");

            migrationBuilder.DropColumn(
                name: "Position",
                table: "EvidenceUses");

            migrationBuilder.DropColumn(
                name: "FileId",
                table: "Evidence");

            migrationBuilder.DropColumn(
                name: "FileName",
                table: "Evidence");

            migrationBuilder.DropColumn(
                name: "ReplacesId",
                table: "Evidence");

            migrationBuilder.CreateIndex(
                name: "IX_EvidenceUses_EvidenceId_QuestionCode",
                table: "EvidenceUses",
                columns: new[] { "EvidenceId", "QuestionCode" },
                unique: true);
        }
    }
}
